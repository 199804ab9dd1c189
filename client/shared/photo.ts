const MAX_SIDE_PIXELS = 2000;

/** A photo small enough for the hall's network. What the browser cannot draw is sent as it is. */
export async function shrunk(photo: File): Promise<Blob> {
  const picture = await createImageBitmap(photo).catch(() => undefined);
  if (!picture) return photo;
  const scale = Math.min(1, MAX_SIDE_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob && blob.size < photo.size ? blob : photo;
}
