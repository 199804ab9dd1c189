import { CameraIcon } from '../shared/icons.tsx';
import { shrunk } from '../shared/photo.ts';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';

/** Opens the camera and gives the photo, small enough for the hall's network. */
export function PhotoButton({ onPhoto }: { readonly onPhoto: (photo: Blob) => void }) {
  const t = useWords(handheld);
  return (
    <label className="side photo">
      <CameraIcon size={24} />
      {t('key.photo')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="unseen"
        onChange={async ({ target }) => {
          const [photo] = target.files ?? [];
          target.value = '';
          if (photo) onPhoto(await shrunk(photo));
        }}
      />
    </label>
  );
}
