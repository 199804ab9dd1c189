import { hash } from 'node:crypto';
import sharp from 'sharp';

export type NotAPictureWhy = 'empty' | 'too large' | 'other format' | 'too many pixels' | 'damaged';

export class NotAPicture extends Error {
  readonly why: NotAPictureWhy;

  constructor(why: NotAPictureWhy, cause?: unknown) {
    super(`not a usable picture: ${why}`, { cause });
    this.name = 'NotAPicture';
    this.why = why;
  }
}

export interface Picture {
  readonly jpeg: Uint8Array;
  /** At most 320 pixels on its longer edge. */
  readonly thumbnail: Uint8Array;
  /** Pixels of `jpeg`, upright. */
  readonly width: number;
  readonly height: number;
  /** Of `jpeg`, in hexadecimal digits. */
  readonly sha256: string;
}

// Nothing is drawn twice: what a cache held would only be memory that never comes back. And a picture that is drawn by
// one thread leaves the others to sign-ins and files.
sharp.cache(false);
sharp.concurrency(1);

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024;
// A telephone of "50 megapixels" takes 8192 × 6144.
const MAX_PIXELS = 51_000_000;
// One that is sent in several passes is held in memory as a whole while it is drawn; cameras send none.
const MAX_PIXELS_IN_PASSES = 16_000_000;
const MAX_EDGE_PIXELS = 2_048;
const THUMBNAIL_EDGE_PIXELS = 320;

function formatOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : undefined;
}

/**
 * A photo as it is kept: drawn anew from its pixels, upright, at most 2,048 pixels wide and high, with nothing
 * else that the file carried: no place, no device, no colour profile, no hidden second file. JPEG, PNG and WebP
 * are known by their content; the file's name says nothing.
 * @throws NotAPicture for anything else, and for damaged or oversized pictures
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Picture> {
  await inspect(bytes);
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: MAX_EDGE_PIXELS, height: MAX_EDGE_PIXELS, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .timeout({ seconds: 30 });
    const { data: jpeg, info } = await upright.jpeg({ quality: 82 }).toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(jpeg)
      .resize({
        width: THUMBNAIL_EDGE_PIXELS,
        height: THUMBNAIL_EDGE_PIXELS,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .jpeg({ quality: 75 })
      .toBuffer();
    return { jpeg, thumbnail, width: info.width, height: info.height, sha256: hash('sha256', jpeg) };
  } catch (error) {
    throw new NotAPicture('damaged', error);
  }
}

/** The header alone, before any pixel is unpacked. */
async function inspect(bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) throw new NotAPicture('empty');
  if (bytes.length > MAX_PICTURE_BYTES) throw new NotAPicture('too large');
  const format = formatOf(bytes);
  if (!format) throw new NotAPicture('other format');
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new NotAPicture('damaged', error);
    });
  if (header.format !== format) throw new NotAPicture('other format');
  const most = header.isProgressive ? MAX_PIXELS_IN_PASSES : MAX_PIXELS;
  if (header.width * header.height > most) throw new NotAPicture('too many pixels');
}
