import sharp from 'sharp';
import { storeContent } from '../files/content-store.ts';
import { cleanPicture } from '../pictures/picture.ts';
import { drawing, type Shape } from './drawings.ts';
import { theSkus } from './goods.ts';

export interface KeptPicture {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}
/** Of every SKU under its code, and of what is worth a look besides. */
export type Pictures = ReadonlyMap<string, KeptPicture>;

const besides = ['parcel', 'cracked phone', 'swollen power bank'] as const satisfies readonly Shape[];

async function drawn(folder: string, shape: Shape, colour: string): Promise<KeptPicture> {
  const photo = await sharp(Buffer.from(drawing(shape, colour)))
    .jpeg({ quality: 90 })
    .toBuffer();
  const { jpeg, thumbnail, width, height, sha256 } = await cleanPicture(photo);
  await storeContent(folder, sha256, 'full', jpeg);
  await storeContent(folder, sha256, 'thumbnail', thumbnail);
  return { sha256, bytes: jpeg.length, width, height };
}

/** Draws what the demo's photos show, and keeps each as an uploaded photo is kept. */
export async function drawPictures(folder: string): Promise<Pictures> {
  const wanted: [string, Shape, string][] = [
    ...theSkus.map(({ code, shape, colour }): [string, Shape, string] => [code, shape, colour]),
    ...besides.map((shape): [string, Shape, string] => [shape, shape, '#24507a']),
  ];
  const kept = wanted.map(
    async ([name, shape, colour]) => [name, await drawn(folder, shape, colour)] as const,
  );
  return new Map(await Promise.all(kept));
}
