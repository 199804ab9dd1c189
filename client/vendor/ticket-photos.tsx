import { type Reply, upload } from '../shared/api.ts';
import { Card } from '../shared/desk/card.tsx';
import { useMessage } from '../shared/desk/messages.tsx';
import { PhotoGallery } from '../shared/desk/photo-gallery.tsx';
import { PhotoPicker } from '../shared/desk/photo-picker.tsx';
import { queries } from '../shared/desk/replies.ts';
import { Failure } from '../shared/failure.ts';
import { retrying } from '../shared/retrying.ts';
import { newScanId } from '../shared/scan-id.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { shell } from '../shared/words/shell.ts';
import { vendor } from '../shared/words/vendor.ts';

/** The photos of a repair, with the camera one press away. */
export function TicketPhotos({ ticket }: { readonly ticket: Reply<'GET /api/v1/tickets/:code'> }) {
  const t = useWords(vendor);
  const words = useWords(shell);
  const say = useSay();
  const message = useMessage();
  const keep = async (photo: Blob) => {
    const scanId = newScanId();
    try {
      await retrying(() => upload('POST /api/v1/tickets/:code/photos', { code: ticket.code, scanId }, photo));
      message.success(t('ticket.photoKept'));
    } catch (error) {
      message.error(error instanceof Failure ? say(error.words) : words('failure.server'));
    }
    await queries.invalidateQueries();
  };
  return (
    <Card title={t('ticket.photos')} actions={<PhotoPicker onPhoto={keep} />}>
      {ticket.photos.length > 0 ? (
        <PhotoGallery photos={ticket.photos} label={say(ticket.item.name)} />
      ) : (
        <p className="quiet-text">{t('ticket.noPhotos')}</p>
      )}
    </Card>
  );
}
