import { CameraIcon } from '../shared/icons.tsx';
import { shrunk } from '../shared/photo.ts';
import { useMay } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { success } from './answer.ts';
import type { StationState, TakesPhoto } from './use-station.ts';

/** Opens the camera and gives the photo, small enough for the hall's network. */
function TakePhoto({ onPhoto }: { readonly onPhoto: (photo: Blob) => void }) {
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

/** What a photo can hang on. */
const kept = {
  item: 'POST /api/v1/items/:code/photos',
  ticket: 'POST /api/v1/tickets/:code/photos',
  parcel: 'POST /api/v1/parcels/:code/photos',
  returnOrder: 'POST /api/v1/return-orders/:code/photos',
  location: 'POST /api/v1/locations/:code/photos',
} as const satisfies Record<string, TakesPhoto>;
type Pictured = keyof typeof kept;
const isPictured = (kind: string): kind is Pictured => kind in kept;

/** A photo of the thing, its place or its papers, kept with its history; nothing for who may take none. */
export function PhotoButton({
  station,
  of,
  code,
}: {
  readonly station: StationState;
  readonly of: string;
  readonly code: string;
}) {
  const may = useMay();
  if (!isPictured(of) || !may(of === 'ticket' ? 'tickets.work' : 'items.photograph')) return null;
  return (
    <TakePhoto
      onPhoto={(photo) =>
        void station.run(async () => {
          await station.photograph(kept[of], code, photo);
          station.tell(success(handheld.both('answer.photo')));
        })
      }
    />
  );
}
