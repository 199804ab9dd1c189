import { useState } from 'react';
import { CameraIcon } from '../icons.tsx';
import { shrunk } from '../photo.ts';
import { useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';

/** A button that takes or chooses photos and gives them one after the other, small enough to send. */
export function PhotoPicker({ onPhoto }: { readonly onPhoto: (photo: Blob) => Promise<unknown> }) {
  const t = useWords(desk);
  const [busy, setBusy] = useState(false);
  const give = async (photos: readonly File[]) => {
    setBusy(true);
    try {
      for (const photo of photos) await onPhoto(await shrunk(photo));
    } finally {
      setBusy(false);
    }
  };
  return (
    <label className="photo-picker" aria-busy={busy}>
      <CameraIcon />
      {t('form.photo')}
      <input
        type="file"
        accept="image/*"
        multiple
        disabled={busy}
        className="unseen"
        onChange={({ target }) => {
          const photos = [...(target.files ?? [])];
          target.value = '';
          void give(photos);
        }}
      />
    </label>
  );
}
