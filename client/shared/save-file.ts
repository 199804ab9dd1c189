import { fetchFile } from './send.ts';

/** Gives a file of the server to the person, under the name that it has there. @throws Failure */
export async function saveFile(path: string): Promise<void> {
  const { bytes, name } = await fetchFile(path);
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
