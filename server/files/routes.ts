import { z } from 'zod';
import { download, route } from '../http/route.ts';
import { code, scanId, Time } from '../http/shapes.ts';
import { MAX_PICTURE_BYTES } from '../pictures/picture.ts';
import { fetchPhoto, photographItem, photographTicket, seekItem, seekTicket } from './photos.ts';

const Photo = z.object({ id: z.string(), at: Time, width: z.number(), height: z.number() });
const id = z.uuid();

export const fileRoutes = [
  route('POST /api/v1/items/:code/photos', {
    summary: 'A photo of an item; it is drawn anew, and nothing else of the file is kept.',
    needs: 'items.photograph',
    takesFile: MAX_PICTURE_BYTES,
    seek: seekItem,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: photographItem,
  }),
  route('POST /api/v1/tickets/:code/photos', {
    summary: 'A photo that belongs to a repair.',
    needs: 'tickets.work',
    takesFile: MAX_PICTURE_BYTES,
    seek: seekTicket,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: photographTicket,
  }),
  route('GET /api/v1/photos/:id', {
    summary: 'A photo.',
    needs: 'nobody in particular',
    keysToo: true,
    input: z.strictObject({ id }),
    reply: download,
    handle: (call) => fetchPhoto(call, 'full'),
  }),
  route('GET /api/v1/photos/:id/thumbnail', {
    summary: 'A small copy of a photo.',
    needs: 'nobody in particular',
    keysToo: true,
    input: z.strictObject({ id }),
    reply: download,
    handle: (call) => fetchPhoto(call, 'thumbnail'),
  }),
];
