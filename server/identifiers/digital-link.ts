import { describe, type Gs1Data, type Gs1Element } from './gs1.ts';
import { applicationIdentifier } from './gs1-dictionary.ts';

// Which qualifiers may follow a primary key, in this order. GS1 Digital Link URI Syntax, section 4.
const qualifiers: Readonly<Record<string, readonly string[]>> = {
  '00': [],
  '01': ['22', '10', '21', '235'],
  '253': [],
  '401': [],
  '402': [],
  '414': ['254', '7040'],
  '417': ['7040'],
  '8003': [],
  '8004': ['7040'],
  '8006': ['22', '10', '21'],
};

/** The address behind a scanned text; undefined when it is none. */
export function readAddress(text: string): URL | undefined {
  const address = /^www\.\S+\.\S/i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? new URL(address) : undefined;
}

/** The segments of a path, percent signs resolved; undefined when they are not text. */
export function segmentsOf(address: URL): string[] | undefined {
  try {
    return address.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * What a GS1 Digital Link such as https://id.example/01/09521234543213/21/12345?17=271231 says. It is read from
 * the address alone; nothing is looked up on the network.
 */
export function readDigitalLink(text: string): Gs1Data | undefined {
  const address = readAddress(text.trim());
  const segments = address && segmentsOf(address);
  if (!address || !segments) return undefined;
  const start = segments.findIndex(
    (ai, i) => Object.hasOwn(qualifiers, ai) && (segments.length - i) % 2 === 0,
  );
  if (start < 0) return undefined;
  const path = pairs(segments.slice(start));
  if (!inOrder(path)) return undefined;
  const asked = [...address.searchParams].map(([ai, value]) => ({ ai, value }));
  return describe([...path, ...asked.filter(({ ai }) => /^\d{2,4}$/.test(ai) && applicationIdentifier(ai))]);
}

const pairs = (segments: readonly string[]): Gs1Element[] =>
  segments.flatMap((ai, i) => (i % 2 === 0 ? [{ ai, value: padded(ai, segments[i + 1] ?? '') }] : []));

const padded = (ai: string, value: string) =>
  ai === '01' && /^\d{8,13}$/.test(value) ? value.padStart(14, '0') : value;

function inOrder([key, ...following]: readonly Gs1Element[]): boolean {
  const allowed = qualifiers[key?.ai ?? ''] ?? [];
  const places = following.map(({ ai }) => allowed.indexOf(ai));
  return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
}
