import request from 'supertest';
import { expect } from 'vitest';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';

/** The PDF behind this path, as it comes to whoever asks. */
export async function printed(house: House, who: Name, path: string): Promise<Uint8Array> {
  const res = await request(house.server)
    .get(`/api/v1/${path}`)
    .set('cookie', await house.cookieOf(who))
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(res.headers['content-type'], res.body.toString()).toContain('application/pdf');
  return res.body;
}
