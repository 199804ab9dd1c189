import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../process/deps.ts';
import { cookiePrefix } from './caller.ts';
import { enrolledDevice } from './devices.ts';
import { browserKnown } from './known-browsers.ts';

type Door = Pick<Deps, 'accounts' | 'config' | 'database'>;

/**
 * Where a request comes from whose sender nobody knows yet: an enrolled handheld, a browser that somebody signed in from
 * before, or else an address. A whole warehouse shares one address, with any stranger on its Wi-Fi: what they send must
 * keep nobody from the devices that are known here.
 */
export async function whenceOf({ accounts, config, database }: Door, req: Request): Promise<string> {
  const cookies = req.headers.cookie;
  const device = await enrolledDevice({ config, database }, { cookies });
  if (device) return `device ${device.id}`;
  const browser = browserKnown(sealingOf({ accounts, config }), cookies);
  return browser ? `browser ${browser}` : `address ${ipKeyGenerator(req.ip ?? '')}`;
}

/** With what the cookie of a known browser is sealed. */
export const sealingOf = ({ accounts, config }: Pick<Deps, 'accounts' | 'config'>) => ({
  secret: accounts.options.secret,
  prefix: cookiePrefix(config),
});
