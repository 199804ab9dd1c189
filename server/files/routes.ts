import { z } from 'zod';
import { mostPictureBytes } from '../pictures/picture.ts';
import { download, route } from '../route.ts';
import { code, scanId, Time } from '../shapes.ts';
import { fetchPhoto, photographItem, photographTicket } from './photos.ts';

const Photo = z.object({ id: z.string(), at: Time, width: z.number(), height: z.number() });
const id = z.uuid();

export const fileRoutes = [
  route('POST /api/v1/items/:code/photos', {
    summary: 'A photo of an item; it is drawn anew, and nothing else of the file is kept.',
    needs: 'items.photograph',
    takesFile: mostPictureBytes,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    handle: photographItem,
  }),
  route('POST /api/v1/tickets/:code/photos', {
    summary: 'A photo that belongs to a repair.',
    needs: 'tickets.work',
    takesFile: mostPictureBytes,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    handle: photographTicket,
  }),
  route('GET /api/v1/photos/:id', {
    summary: 'A photo.',
    needs: 'nobody in particular',
    input: z.strictObject({ id }),
    reply: download,
    handle: (call) => fetchPhoto(call, 'full'),
  }),
  route('GET /api/v1/photos/:id/thumbnail', {
    summary: 'A small copy of a photo.',
    needs: 'nobody in particular',
    input: z.strictObject({ id }),
    reply: download,
    handle: (call) => fetchPhoto(call, 'thumbnail'),
  }),
];
