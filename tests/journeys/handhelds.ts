import request from 'supertest';
import { badges } from '../../db/schema/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPin } from '../../server/access/pins.ts';
import { hashOfSecret } from '../../server/access/secrets.ts';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import { type Body, ok } from './road.ts';

/** A browser on a handheld: it keeps its cookies, and nobody is signed in on it by itself. */
export function aHandheld(at: House) {
  const cookies = new Map<string, string>();
  const call = async (
    endpoint: string,
    body?: object,
  ): Promise<{ status: number; body: Body; headers: Body }> => {
    const [method = '', path = ''] = endpoint.split(' ');
    const asked = request(at.server)[method.toLowerCase() as 'get' | 'post'](path);
    asked.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const res = await (body === undefined ? asked : asked.send(body));
    for (const line of (res.get('set-cookie') ?? []) as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return res;
  };
  return { cookies, call, me: () => call('GET /api/v1/me') };
}

/** One that an administrator enrolled for a warehouse. */
export async function anEnrolledHandheld(at: House, name = 'HT-01', warehouse = 'HK') {
  const { id, code } = await ok(at.call('admin', 'POST /api/v1/devices', { name, warehouse }));
  const handheld = aHandheld(at);
  await ok(handheld.call('POST /api/v1/device-enrolments', { code }));
  return { ...handheld, id: id as string };
}

/** A badge for somebody, with a PIN of their own choice. */
export async function aBadge(at: House, who: Name, pin: string, handheld: ReturnType<typeof aHandheld>) {
  const { badge, firstPin } = await aNewBadge(at, who);
  await ok(handheld.call('POST /api/v1/badge-sign-ins', { badge, pin: firstPin, newPin: pin }));
  return badge;
}

/** As it comes from the printer: what a scanner reads of it, and the PIN that goes with it. */
export async function aNewBadge(at: House, who: Name) {
  const { pin, pdf } = await ok(at.call('admin', `POST /api/v1/people/${who}/badges`));
  const { picture, scan } = await import('../labels/reader.ts');
  const [read = ''] = await scan(picture(Buffer.from(pdf, 'base64'), 300));
  return { badge: read.replace('QRCode ', ''), firstPin: pin as string };
}

/** A badge that its owner has used before: with this secret in its QR code, and this PIN. */
export async function aKnownBadge(
  at: House,
  userId: Name,
  pin: string,
  more: { secret?: string; pinIsFirst?: boolean } = {},
) {
  const { secret = userId.toUpperCase().padEnd(26, 'A'), pinIsFirst = false } = more;
  const id = `badge of ${userId}`;
  const pinHash = await hashPin(at.deps.accounts, id, pin);
  const row = { id, userId, secretHash: hashOfSecret(secret), pinHash, pinIsFirst, issuedAt: at.clock.now };
  await at.database.as(systemViewer).atomically((tx) => tx.add(badges, row));
  return `GHB${secret}`;
}
