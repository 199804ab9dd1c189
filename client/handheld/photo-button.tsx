import { CameraIcon } from '../shared/icons.tsx';
import { shrunk } from '../shared/photo.ts';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { success } from './answer.ts';
import type { StationState, TakesPhoto } from './use-station.ts';

/** Opens the camera and gives the photo, small enough for the hall's network. */
function PhotoButton({ onPhoto }: { readonly onPhoto: (photo: Blob) => void }) {
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
          if (photo) onPhoto(await shrunk(photo));
          target.value = '';
        }}
      />
    </label>
  );
}

interface Pictured {
  readonly station: StationState;
  readonly code: string;
}
const photoButton =
  (endpoint: TakesPhoto) =>
  ({ station, code }: Pictured) => (
    <PhotoButton
      onPhoto={(photo) =>
        void station.run(async () => {
          await station.photograph(endpoint, code, photo);
          station.tell(success(handheld.both('answer.photo')));
        })
      }
    />
  );

/** A photo of an item, kept with its history. */
export const ItemPhotoButton = photoButton('POST /api/v1/items/:code/photos');
/** A photo of a parcel's outside. */
export const ParcelPhotoButton = photoButton('POST /api/v1/parcels/:code/photos');
/** A photo that belongs to a repair. */
export const TicketPhotoButton = photoButton('POST /api/v1/tickets/:code/photos');
