import { Button, Modal } from 'antd';
import { addressOf } from '../api.ts';
import { BackIcon, ForwardIcon } from '../icons.tsx';
import { useWords } from '../use-words.ts';
import { exactTime } from '../when.tsx';
import { desk } from '../words/desk.ts';
import type { Photo } from './photo-gallery.tsx';

/** One photo of several over the whole page; arrow keys go on. */
export function LargePhoto({
  photos,
  open,
  go,
  name,
  onClose,
}: {
  readonly photos: readonly Photo[];
  readonly open: number;
  readonly go: (index: number) => void;
  readonly name: (index: number) => string;
  readonly onClose: () => void;
}) {
  const t = useWords(desk);
  const shown = photos[open];
  const turn = (by: number) => go((open + by + photos.length) % photos.length);
  if (!shown) return null;
  return (
    <Modal
      open
      centered
      width="min(1100px, 96vw)"
      title={name(open)}
      onCancel={onClose}
      footer={
        photos.length > 1 && (
          <>
            <Button icon={<BackIcon />} onClick={() => turn(-1)}>
              {t('photos.previous')}
            </Button>
            <Button icon={<ForwardIcon />} onClick={() => turn(1)}>
              {t('photos.next')}
            </Button>
          </>
        )
      }
      wrapProps={{
        onKeyDown: ({ key }: { key: string }) => {
          if (key === 'ArrowLeft') turn(-1);
          if (key === 'ArrowRight') turn(1);
        },
      }}
    >
      <img
        className="photo-large"
        src={addressOf('GET /api/v1/photos/:id', { id: shown.id })}
        alt={name(open)}
      />
      <p className="quiet-text">{exactTime(shown.at)}</p>
    </Modal>
  );
}
