import { upload } from '../shared/api.ts';
import { Card } from '../shared/desk/card.tsx';
import { type Photo, PhotoGallery } from '../shared/desk/photo-gallery.tsx';
import { PhotoPicker } from '../shared/desk/photo-picker.tsx';
import { newScanId } from '../shared/scan-id.ts';
import { useMay } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { desk } from '../shared/words/desk.ts';
import { usePhotoSender } from './items/item-photos.tsx';

type Endpoint = Parameters<typeof upload>[0] & `${string}/:code/photos`;

/** Photos of a parcel, a return order or a place, and the way to add one. */
export function PhotosCard({
  title,
  endpoint,
  code,
  photos,
}: {
  readonly title: string;
  readonly endpoint: Endpoint;
  readonly code: string;
  readonly photos: readonly Photo[];
}) {
  const d = useWords(desk);
  const mayAdd = useMay()('items.photograph');
  const send = usePhotoSender((photo) => upload(endpoint, { code, scanId: newScanId() }, photo));
  return (
    <Card title={title} actions={mayAdd && <PhotoPicker onPhoto={send} />}>
      {photos.length > 0 ? (
        <PhotoGallery photos={photos} label={code} />
      ) : (
        <p className="quiet-text">{d('photos.none')}</p>
      )}
    </Card>
  );
}
