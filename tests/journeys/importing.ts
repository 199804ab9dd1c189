import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';

interface Sent {
  readonly scanId?: string;
  readonly who?: 'whale' | 'kite';
  readonly check?: 'only';
}

/** A spreadsheet is sent, and stored by nobody yet. */
export const sendSheet = (
  house: House,
  file: string,
  { scanId = newScan(), who = 'whale', check }: Sent = {},
) =>
  house.call(
    who,
    `POST /api/v1/return-orders/imports?scanId=${scanId}&warehouse=HK${check ? `&check=${check}` : ''}`,
    file,
  );

export const progressOf = (house: House, scanId: string, who: 'whale' | 'kite' = 'whale') =>
  house.call(who, `GET /api/v1/return-orders/imports/${scanId}`);

/** A spreadsheet is sent, stored by the jobs where it is accepted, and its report fetched; otherwise what the check says. */
export async function imported(house: House, file: string, { scanId = newScan(), who, check }: Sent = {}) {
  const asked = { scanId, ...(who ? { who } : {}), ...(check ? { check } : {}) };
  const { status, body } = await sendSheet(house, file, asked);
  if (status !== 202) return { status, body };
  for (;;) {
    await finishTasks(house.deps);
    const { body } = await progressOf(house, scanId, who);
    if (body.report) return { status: 200, body: body.report };
    await sleep(5);
  }
}

/** An import that is accepted, and at which nobody is. */
export async function accepted(house: House, file: string, scanId = newScan()) {
  const { status, body } = await sendSheet(house, file, { scanId });
  if (status !== 202 || body.accepted !== scanId)
    throw new Error(`Not accepted: ${status} ${JSON.stringify(body)}`);
  return { scanId, left: `whale ${scanId}` };
}

interface Form {
  readonly answers?: object;
  readonly check?: 'only';
  readonly to?: 'imports' | 'imports/marked';
  /** Of what it is a spreadsheet. */
  readonly of?: 'return-orders' | 'exported-orders';
  readonly scanId?: string;
  readonly language?: 'zh' | 'en';
}
/** A spreadsheet with its answers beside it, as a browser sends both in a form; the answer of `marked` comes as bytes. */
export async function sendForm(house: House, who: Name, file: string | Buffer, form: Form = {}) {
  const { answers, check, to = 'imports', of = 'return-orders', language, scanId = newScan() } = form;
  const asked = {
    ...(of === 'return-orders' ? { warehouse: 'HK' } : {}),
    ...(to === 'imports' ? { scanId } : {}),
  };
  const sent = request(house.server)
    .post(`/api/v1/${of}/${to}`)
    .query({ ...asked, ...(check ? { check } : {}), ...(language ? { language } : {}) })
    .set('cookie', await house.cookieOf(who))
    .attach('file', Buffer.from(file), '退货.csv');
  if (answers) sent.field('input', JSON.stringify({ answers }));
  if (to === 'imports/marked')
    sent.buffer(true).parse((res, done) => {
      const all: Buffer[] = [];
      res.on('data', (one: Buffer) => all.push(one)).on('end', () => done(null, Buffer.concat(all)));
    });
  return sent;
}
