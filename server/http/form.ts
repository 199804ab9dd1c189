import type { Request } from 'express';
import { unreadable } from './problem.ts';

/** What a request brings: a file, and JSON beside it. */
export interface Brought {
  readonly file: Uint8Array;
  readonly json: Buffer;
}
const nothing = Buffer.alloc(0);
const MAX_PARTS = 8;
const MAX_HEADER_BYTES = 2_000;

/**
 * A file with JSON beside it comes as a form (RFC 7578) with the parts `file` and `input`; a file alone as it is.
 * @throws Problem 400 where a form cannot be read
 */
export function broughtBy(req: Request): Brought {
  const body: Buffer = Buffer.isBuffer(req.body) ? req.body : nothing;
  const type = req.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return { file: body, json: nothing };
  const [, quoted, bare] = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) throw unreadable();
  const parts = partsOf(body, boundary);
  return { file: parts.get('file') ?? nothing, json: parts.get('input') ?? nothing };
}

function partsOf(body: Buffer, boundary: string): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const line = Buffer.from(`\r\n--${boundary}`);
  // The first line stands at the beginning, without an end of a line before it.
  let at = body.indexOf(line.subarray(2));
  if (at !== 0) throw unreadable();
  at = line.length - 2;
  while (body.subarray(at, at + 2).toString('latin1') !== '--') {
    const header = body.indexOf('\r\n\r\n', at);
    const end = body.indexOf(line, at);
    const isWhole =
      header >= at && end >= header && header - at <= MAX_HEADER_BYTES && parts.size < MAX_PARTS;
    if (!isWhole) throw unreadable();
    const [, name] = /[; ]name="([^"]*)"/i.exec(body.subarray(at, header).toString()) ?? [];
    if (name === undefined || parts.has(name)) throw unreadable();
    parts.set(name, body.subarray(Math.min(header + 4, end), end));
    at = end + line.length;
  }
  return parts;
}
