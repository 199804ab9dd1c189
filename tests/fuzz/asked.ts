import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Name } from '../cast.ts';
import { STUCK_AFTER_MS } from '../patience.ts';
import type { House } from '../world.ts';
import { isFile, type Operation } from './document.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}
export type Input = Readonly<Record<string, unknown>>;
const agent = new Agent({ keepAlive: true });

/** A value as it stands in an address. What cannot stand there at all is sent as it is, percent and all. */
function inAddress(value: unknown) {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd').slice(0, 400)) || '%20';
}

/** Sends a request byte by byte as the document says, without a library that would tidy it up. */
export async function asked(
  house: House,
  who: Name | 'nobody',
  operation: Operation,
  input: Input,
  file?: Buffer,
) {
  const { method, path, parameters } = operation;
  const rest: Record<string, unknown> = { ...input };
  const query: string[] = [];
  let address = path;
  for (const { name, in: where } of parameters) {
    const value = rest[name];
    delete rest[name];
    if (where === 'path') address = address.replace(`{${name}}`, inAddress(value));
    else if (value !== undefined) query.push(`${name}=${inAddress(value)}`);
  }
  if (method === 'get')
    for (const [name, value] of Object.entries(rest)) query.push(`${inAddress(name)}=${inAddress(value)}`);
  const body = method === 'get' ? undefined : (file ?? Buffer.from(JSON.stringify(rest)));
  const headers = {
    ...(who === 'nobody' ? {} : { cookie: await house.cookieOf(who) }),
    ...(body
      ? { 'content-type': isFile(operation.requestBody) ? 'application/octet-stream' : 'application/json' }
      : {}),
  };
  return sent(house, method, `${address}${query.length ? `?${query.join('&')}` : ''}`, headers, body);
}

export async function sent(
  house: House,
  method: string,
  path: string,
  headers: object,
  body?: Uint8Array,
): Promise<Answer> {
  const { port } = house.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const to = {
      host: '127.0.0.1',
      port,
      method: method.toUpperCase(),
      path,
      agent,
      timeout: STUCK_AFTER_MS,
    };
    const asking = request(
      { ...to, headers: { ...headers, ...(body ? { 'content-length': body.length } : {}) } },
      (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            type: res.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    asking.on('timeout', () => asking.destroy(new Error(`No answer within 20 s: ${method} ${path}`)));
    asking.on('error', reject);
    asking.end(body);
  });
}
