import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const pathOf = (folder: string, sha256: string, size: 'full' | 'thumbnail') =>
  join(folder, sha256.slice(0, 2), `${sha256}${size === 'full' ? '' : '.thumbnail'}.jpg`);

/** Keeps bytes under their hash, on disk and synced before anybody refers to them. */
export async function storeContent(
  folder: string,
  sha256: string,
  size: 'full' | 'thumbnail',
  bytes: Uint8Array,
): Promise<void> {
  const path = pathOf(folder, sha256, size);
  const there = await stat(path).catch(() => undefined);
  if (there?.size === bytes.length) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await written(draft, bytes);
    await rename(draft, path);
    await synced(dirname(path));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw error;
  }
}

async function written(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on disk when the folder is. Windows does not let folders be opened, and needs it not. */
async function synced(folder: string) {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().finally(() => opened.close());
}

/** @returns undefined when the bytes are gone: a row without them is a fault of the server, not of the asker */
export const readContent = (folder: string, sha256: string, size: 'full' | 'thumbnail') =>
  readFile(pathOf(folder, sha256, size)).catch(() => undefined);
