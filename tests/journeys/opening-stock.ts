import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { finishTasks } from '../../server/jobs/background-tasks.ts';
import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';
import { ok } from './road.ts';

interface Sent {
  readonly who?: Name;
  readonly scanId?: string;
  readonly check?: 'only';
  readonly exporter?: string;
  readonly answers?: object;
  readonly to?: 'imports' | 'imports/marked';
  readonly language?: 'zh' | 'en';
}

/** A spreadsheet of opening stock with its answers beside it; the answer of `marked` comes as bytes. */
export async function sendStock(house: House, file: string | Uint8Array, sent: Sent = {}) {
  const { who = 'ma', scanId = newScan(), check, exporter, answers, language, to = 'imports' } = sent;
  const asked = request(house.server)
    .post(`/api/v1/opening-stock/${to}`)
    .query({
      ...(to === 'imports' ? { scanId } : {}),
      ...{ ...(check ? { check } : {}), ...(exporter ? { exporter } : {}) },
      ...(language ? { language } : {}),
    })
    .set('cookie', await house.cookieOf(who))
    .attach('file', Buffer.from(file), '库存.csv');
  if (answers) asked.field('input', JSON.stringify({ answers }));
  if (to === 'imports/marked')
    asked.buffer(true).parse((res, done) => {
      const all: Buffer[] = [];
      res.on('data', (one: Buffer) => all.push(one)).on('end', () => done(null, Buffer.concat(all)));
    });
  return asked;
}

export const openingOf = (house: House, id: string, who: Name = 'ma') =>
  ok(house.call(who, `GET /api/v1/opening-stock/imports/${encodeURIComponent(id)}`));

/** Sent, stored by the jobs where it is accepted, and what came of it. */
export async function tookOver(house: House, file: string | Uint8Array, sent: Sent = {}) {
  const { status, body } = await sendStock(house, file, sent);
  if (!body.accepted) return { status, body };
  for (;;) {
    await finishTasks(house.deps);
    const progress = await openingOf(house, body.accepted, sent.who);
    if (progress.finishedAt) return { status, body, progress };
    await sleep(5);
  }
}

/** The units of the warehouse, by their codes' facts. */
export const stockOf = async (house: House, who: Name = 'ma') =>
  (await ok(house.call(who, 'GET /api/v1/items?size=200&sort=createdAt'))).rows;
