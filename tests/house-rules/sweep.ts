import { strFromU8, unzipSync } from 'fflate';
import request from 'supertest';
import type { Role } from '../../server/access/permissions.ts';
import { routes } from '../../server/api.ts';
import { cast, type Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';
import { haikousOwn, kitesOwn, whalesOwn, yangpusOwn } from './canaries.ts';
import { aPicture, type Goods } from './goods.ts';
import { matrix } from './matrix.ts';
import type { Answers, Row, Subject } from './matrix-row.ts';

export type Endpoint = keyof typeof matrix;
export const endpoints = routes.map(({ endpoint }) => endpoint as Endpoint);

export type Heard = { readonly by: Name; readonly asking: string; readonly bytes: string }[];
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: object;
}
const spreadsheet = () => Buffer.from(`Reference,SKU,Quantity\r\nCSV-${newScan()},SHIRT,1\r\n`);

/** Sends a request as the client would: what stands in the address goes there, the rest into query or body. */
export async function sent(
  at: House,
  who: Name | 'nobody' | { readonly key: string },
  endpoint: string,
  input: object,
  { file, idempotencyKey }: Pick<Row, 'file'> & { readonly idempotencyKey?: string } = {},
): Promise<Answer> {
  const [method = '', template = ''] = endpoint.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/:(\w+)/g, (_, key: string) => {
    const value = encodeURIComponent(String(rest[key]));
    delete rest[key];
    return value;
  });
  const asked = request(at.server)[method.toLowerCase() as 'get' | 'post' | 'patch'](path);
  if (typeof who === 'object') asked.set('authorization', `Bearer ${who.key}`);
  else if (who !== 'nobody') asked.set('cookie', await at.cookieOf(who));
  if (idempotencyKey !== undefined) asked.set('idempotency-key', idempotencyKey);
  if (method === 'GET' || file) asked.query(rest);
  const body = file === 'picture' ? await aPicture : file ? spreadsheet() : rest;
  const sending =
    method === 'GET' ? asked : asked.type(file ? 'application/octet-stream' : 'json').send(body);
  const {
    status,
    headers,
    body: bytes,
  } = await sending.buffer(true).parse((res, done) => {
    const chunks: Buffer[] = [];
    res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
  });
  return { status, headers, text: textOf(bytes as Buffer) };
}

/** A workbook is packed: what it says stands in its parts. */
const textOf = (bytes: Buffer): string =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('')
    : bytes.toString('utf8');

/** What an answer comes to. What only the workflow refuses was permitted and found. */
function meaning({ status, text }: Answer, row: Row, of: Subject): string {
  const known: Record<number, string> = { 200: 'yes', 202: 'yes', 401: 'sign in', 403: 'no', 404: 'none' };
  const isJson = /^[{[]/.test(text);
  const body = isJson ? JSON.parse(text) : undefined;
  if (status === 422)
    return body.code === 'unusable_input' && !body.issues?.[0]?.path?.length
      ? '422'
      : `422 ${text.slice(0, 300)}`;
  if (status === 409)
    return /^(step_refused|changed_meanwhile)$/.test(body.code) ? 'yes' : `409 ${body.code}`;
  const told = status === 200 && row.tell ? ` ${row.tell(body, of, text)}` : '';
  return `${known[status] ?? `${status} ${text.slice(0, 300)}`}${told}`;
}

const roleNames = (text: string) => text.split(' ').filter(Boolean);
/** How somebody of this role should be answered. */
export function expected(row: Row, role: Role): Answers {
  const [one] = row.answers ?? [];
  const common = row.answers && !row.answers[1] && one !== undefined;
  if (!roleNames(row.may).includes(role)) return common ? ['no', '', ''] : ['no', 'no', 'no'];
  const special = Object.entries(row.but ?? {}).find(([roles]) => roleNames(roles).includes(role));
  return special?.[1] ?? row.answers ?? ['yes', 'none', 'none'];
}

export interface Pass {
  readonly names: readonly Name[];
  readonly own: Subject;
  readonly others: Subject;
  readonly none: Subject;
}

/** Asks one route in the name of everybody, about their own, others' and nothing; remembers all that was said. */
export async function sweptRoute(at: House, endpoint: Endpoint, pass: Pass, heard: Heard) {
  const row = matrix[endpoint];
  const said: Record<string, Answers> = {};
  const told404: string[] = [];
  let done = false;
  for (const name of pass.names) {
    const { role } = cast[name];
    const wanted = expected(row, role);
    const texts: string[] = [];
    const ask = async (of: Subject, i: 0 | 1 | 2) => {
      if (!wanted[i]) return '';
      const answer = await sent(at, name, endpoint, row.ask(of, role), row);
      // Whoever guesses at a secret has to wait longer and longer.
      if (row.stranger === 'no') at.later(0.1);
      heard.push({ by: name, asking: endpoint, bytes: `${JSON.stringify(answer.headers)}${answer.text}` });
      if (answer.status < 300) done = true;
      if (answer.status === 404) texts[i] = neutral(answer.text, of);
      return meaning(answer, row, of);
    };
    said[name] = [await ask(pass.own, 0), await ask(pass.others, 1), await ask(pass.none, 2)];
    if (texts[1] !== texts[2] && wanted[1] === 'none') told404.push(`${name} ${endpoint}: ${texts[1]}`);
  }
  return { said, told404, done };
}

/** The same for every route. */
export async function swept(at: House, pass: Pass, heard: Heard) {
  const said: Record<string, Record<string, Answers>> = {};
  const told404: string[] = [];
  const done = new Set<string>();
  for (const endpoint of endpoints) {
    const route = await sweptRoute(at, endpoint, pass, heard);
    said[endpoint] = route.said;
    told404.push(...route.told404);
    if (route.done) done.add(endpoint);
  }
  return { said, told404, done };
}

/** The same text whatever was asked for. */
const neutral = (text: string, of: Subject) =>
  Object.values({ ...of })
    .filter((value) => value.length > 3)
    .reduce((rest: string, value) => rest.replaceAll(value, '…'), text);

type Said = Readonly<Record<string, Readonly<Record<string, Answers>>>>;
export const wantedFrom = (names: readonly Name[], asking = endpoints): Said =>
  Object.fromEntries(
    asking.map((endpoint) => {
      const row = matrix[endpoint];
      return [endpoint, Object.fromEntries(names.map((name) => [name, expected(row, cast[name].role)]))];
    }),
  );

/** One line for each answer that is not the wanted one. */
export const surprises = (said: Said, wanted: Said) =>
  Object.entries(wanted).flatMap(([endpoint, by]) =>
    Object.entries(by).flatMap(([name, answers]) => {
      const heard = said[endpoint]?.[name];
      return `${heard}` === `${answers}` ? [] : `${name} ${endpoint}: ${heard} instead of ${answers}`;
    }),
  );

export const overheard = (heard: Heard) =>
  heard.flatMap(({ by, asking, bytes }) => {
    const all = bytes.toUpperCase();
    return mustNotHear(by)
      .filter((secret) => all.includes(secret))
      .map((secret) => `${by} asked ${asking} and heard ${secret}`);
  });

/** Who asks about Whale's goods as their own, and who about those in Yangpu. */
export const elsewhere: readonly Name[] = ['zhou', 'kite', 'bolt'];
export const inHaikou = (Object.keys(cast) as Name[]).filter(
  (name) => !elsewhere.includes(name) && name !== 'han',
);

/** What is asked about: Whale's goods in Haikou, and Kite's in Yangpu. */
export async function subjects(at: House, goods: { readonly whale: Goods; readonly yangpu: Goods }) {
  const first = async (list: string) =>
    JSON.parse((await sent(at, 'admin', `GET /api/v1/${list}`, {})).text).rows[0].id as string;
  const rules = {
    customsRule: await first('customs-rules'),
    dispositionRule: await first('disposition-rules'),
  };
  return { whale: whales(goods.whale, rules), yangpu: yangpus(goods.yangpu, rules) };
}

/** How a stranger is answered at the door of a route. */
export async function strangerAt(at: House, endpoint: Endpoint) {
  const row = matrix[endpoint];
  const { status } = await sent(at, 'nobody', endpoint, row.ask(nothings, 'receiver'), row);
  return { status, wanted: { yes: 200, no: 403, '': 401 }[row.stranger ?? ''] };
}

type Rules = Pick<Subject, 'customsRule' | 'dispositionRule'>;
const whales = (goods: Goods, rules: Rules): Subject => ({
  ...{ ...goods, ...rules, exporter: 'whale', person: 'whale', sku: 'PHONE' },
  ...{ warehouse: 'HK', warehouseId: 'hk', zone: 'HK-ZONE', place: 'HK-OWN' },
  ...{ member: 'hk-spare', device: 'hk-device', cover: 'hk-cover', leave: 'hk-leave' },
  ...{ colleague: 'whaleClerk', invitation: 'whale-invitation', apiKey: 'whale-key' },
  ...{ imported: 'sheet-0001', opening: 'hk-opening' },
});
const yangpus = (goods: Goods, rules: Rules): Subject => ({
  ...{ ...goods, ...rules, exporter: 'kite', person: 'kite', sku: 'KITE-ONLY' },
  ...{ warehouse: 'YP', warehouseId: 'yp', zone: 'YP-ZONE', place: 'YP-OWN' },
  ...{ member: 'yp-spare', device: 'yp-device', cover: 'yp-cover', leave: 'yp-leave' },
  ...{ colleague: 'kiteClerk', invitation: 'kite-invitation', apiKey: 'kite-key' },
  ...{ imported: 'sheet-0002', opening: 'yp-opening' },
});
const noItem = 'G000000000';
const noPhoto = '01a20621-0000-7000-8000-000000000000';
export const nothings: Subject = {
  ...{
    order: 'R000000000',
    draft: 'R000000000',
    review: 'R000000000',
    exported: noPhoto,
    risk: noPhoto,
    shipment: 'S000000000',
  },
  ...{ stored: noItem, away: noItem, going: noItem, asked: noItem, packed: noItem, expected: noItem },
  ...{ ticket: 'T000000000', parcel: 'P000000000', consignment: 'C000000000', open: 'C000000000' },
  ...{ photo: noPhoto, ticketPhoto: noPhoto, exporter: 'noone', person: 'noone', sku: 'NO-SKU' },
  ...{ warehouse: 'NO', warehouseId: 'no', zone: 'NO-ZONE', place: 'NO-OWN' },
  ...{ customsRule: 'no-rule', dispositionRule: 'no-rule', member: 'noone', device: 'no-device' },
  ...{ cover: 'no-cover', leave: 'no-leave', colleague: 'noone', invitation: 'no-one', apiKey: 'no-key' },
  ...{ imported: 'sheet-0000', opening: 'no-opening' },
  ...{ openSeen: '0', ticketSeen: '0', shipmentSeen: '0' },
};

/** What nobody but those whom it concerns may ever hear a byte of. */
export function mustNotHear(name: Name): readonly string[] {
  const { role, organisation, warehouse } = cast[name];
  if (warehouse) return warehouse === 'yp' ? [haikousOwn] : [yangpusOwn];
  if (organisation === 'kite' || organisation === 'bolt') return [whalesOwn, haikousOwn];
  return role.startsWith('vendor') ? [kitesOwn, yangpusOwn, whalesOwn] : [kitesOwn, yangpusOwn];
}
