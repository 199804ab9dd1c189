import { z } from 'zod';
import { download, route } from '../http/route.ts';
import { code, scanId, Time } from '../http/shapes.ts';
import { MAX_PICTURE_BYTES } from '../pictures/picture.ts';
import { placeCode } from '../storage/make.ts';
import { fetchPhoto, ofItem, ofOrder, ofParcel, ofPlace, ofTicket } from './photos.ts';

const Photo = z.object({ id: z.string(), at: Time, width: z.number(), height: z.number() });
const id = z.uuid();

export const fileRoutes = [
  route('POST /api/v1/items/:code/photos', {
    summary: 'A photo of an item; it is drawn anew, and nothing else of the file is kept.',
    needs: 'items.photograph',
    takesFile: MAX_PICTURE_BYTES,
    seek: ofItem.seek,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: ofItem.prepare,
  }),
  route('POST /api/v1/tickets/:code/photos', {
    summary: 'A photo that belongs to a repair.',
    needs: 'tickets.work',
    takesFile: MAX_PICTURE_BYTES,
    seek: ofTicket.seek,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: ofTicket.prepare,
  }),
  route('POST /api/v1/parcels/:code/photos', {
    summary: 'A photo of a parcel’s outside.',
    needs: 'items.photograph',
    takesFile: MAX_PICTURE_BYTES,
    seek: ofParcel.seek,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: ofParcel.prepare,
  }),
  route('POST /api/v1/return-orders/:code/photos', {
    summary: 'A photo that belongs to a return order: a slip, a letter, all that came for it.',
    needs: 'items.photograph',
    takesFile: MAX_PICTURE_BYTES,
    seek: ofOrder.seek,
    input: z.strictObject({ code, scanId }),
    reply: Photo,
    once: true,
    prepare: ofOrder.prepare,
  }),
  route('POST /api/v1/locations/:code/photos', {
    summary: 'A photo of a place.',
    needs: 'items.photograph',
    takesFile: MAX_PICTURE_BYTES,
    seek: ofPlace.seek,
    input: z.strictObject({ code: placeCode, scanId }),
    reply: Photo,
    once: true,
    prepare: ofPlace.prepare,
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
