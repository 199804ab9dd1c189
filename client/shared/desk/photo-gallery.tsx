import { Button, Modal } from 'antd';
import { useState } from 'react';
import { addressOf } from '../api.ts';
import { BackIcon, ForwardIcon } from '../icons.tsx';
import { useWords } from '../use-words.ts';
import { exactTime } from '../when.tsx';
import { desk } from '../words/desk.ts';

interface Photo {
  readonly id: string;
  readonly at: string;
}

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
  const shown = open === undefined ? undefined : photos[open];
  const name = (index: number) => t('photos.one', { n: index + 1, of: photos.length, label });
  const go = (by: number) => setOpen(((open ?? 0) + by + photos.length) % photos.length);
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
      {shown && (
        <Modal
          open
          centered
          width="min(1100px, 96vw)"
          title={name(open ?? 0)}
          onCancel={() => setOpen(undefined)}
          footer={
            photos.length > 1 && (
              <>
                <Button icon={<BackIcon />} onClick={() => go(-1)}>
                  {t('photos.previous')}
                </Button>
                <Button icon={<ForwardIcon />} onClick={() => go(1)}>
                  {t('photos.next')}
                </Button>
              </>
            )
          }
          wrapProps={{
            onKeyDown: ({ key }: { key: string }) => {
              if (key === 'ArrowLeft') go(-1);
              if (key === 'ArrowRight') go(1);
            },
          }}
        >
          <img
            className="photo-large"
            src={addressOf('GET /api/v1/photos/:id', { id: shown.id })}
            alt={name(open ?? 0)}
          />
          <p className="quiet-text">{exactTime(shown.at)}</p>
        </Modal>
      )}
    </>
  );
}
