import { upload } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { PhotoPicker } from '../../shared/desk/photo-picker.tsx';
import { queries, useReply } from '../../shared/desk/replies.ts';
import { Failure } from '../../shared/failure.ts';
import { isA } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { desk } from '../../shared/words/desk.ts';
import { office } from '../../shared/words/office.ts';
import { shell } from '../../shared/words/shell.ts';
import type { Item } from './item-page.tsx';

/** Its photos, and more of them while its steps say so. */
export function ItemPhotos({ item }: { readonly item: Item }) {
  const t = useWords(office);
  const d = useWords(desk);
  const { data } = useReply('GET /api/v1/items/:code/history', { code: item.code });
  const photos = data?.photos ?? [];
  const mayAdd = item.openSteps.some((step) => isA(step, 'photo'));
  const send = usePhotoSender((photo) =>
    upload('POST /api/v1/items/:code/photos', { code: item.code, scanId: newScanId() }, photo),
  );
  return (
    <Card title={t('item.photos')} actions={mayAdd && <PhotoPicker onPhoto={send} />}>
      {photos.length > 0 ? (
        <PhotoGallery photos={photos} label={item.code} />
      ) : (
        <p className="quiet-text">{d('photos.none')}</p>
      )}
    </Card>
  );
}

/** Sends a photo and shows what came of it. */
export function usePhotoSender(send: (photo: Blob) => Promise<unknown>) {
  const message = useMessage();
  const say = useSay();
  const t = useWords(shell);
  return async (photo: Blob) => {
    try {
      await send(photo);
    } catch (error) {
      message.error(error instanceof Failure ? say(error.words) : t('failure.server'));
    }
    await queries.invalidateQueries();
  };
}
