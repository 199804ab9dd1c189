import { useState } from 'react';
import { addressOf } from '../api.ts';
import { later } from '../later.tsx';
import { useWords } from '../use-words.ts';
import { exactTime } from '../when.tsx';
import { desk } from '../words/desk.ts';

export interface Photo {
  readonly id: string;
  readonly at: string;
}

const LargePhoto = later(() => import('./large-photo.tsx'), 'LargePhoto');

/** Photos as small pictures; one press shows one large, arrow keys go on. */
export function PhotoGallery({
  photos,
  label,
}: {
  readonly photos: readonly Photo[];
  readonly label: string;
}) {
  const t = useWords(desk);
  const [open, setOpen] = useState<number>();
  const name = (index: number) => t('photos.one', { n: index + 1, of: photos.length, label });
  return (
    <>
      <ul className="photo-gallery" aria-label={t('photos.title')}>
        {photos.map(({ id, at }, index) => (
          <li key={id}>
            <button type="button" onClick={() => setOpen(index)} title={exactTime(at)}>
              <img
                src={addressOf('GET /api/v1/photos/:id/thumbnail', { id })}
                alt={name(index)}
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
      {open !== undefined && (
        <LargePhoto photos={photos} open={open} go={setOpen} name={name} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
