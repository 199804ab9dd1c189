import { isUtf8 } from 'node:buffer';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { unreadable, unusable } from './problem.ts';

/** More than the longest return order has. What is read for each value, fault by fault, takes time for each. */
const MAX_VALUES = 40_000;

/** More names than any object has that we take. Whoever is told which ones are too many is told them all. */
const MAX_NAMES = 100;
const MAX_NAME_SHOWN = 100;
/** Brackets, names and values that are looked at before it is asked whether others wait. */
const TOKENS_TOGETHER = 1_000;

/** At most how many values a text of JSON has, or one more than it may have: each comes after a comma or bracket that stands in no string. */
function valuesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length && count <= MAX_VALUES; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (byte === 0x2c || byte === 0x5b || byte === 0x7b) count += 1;
  }
  return count;
}
/** Where the string that opens here is closed. In UTF-8, no byte of another character looks like a quote. */
function endOfString(bytes: Buffer, opened: number): number {
  let at = bytes.indexOf(QUOTE, opened + 1);
  while (at >= 0 && isEscaped(bytes, at)) at = bytes.indexOf(QUOTE, at + 1);
  return at < 0 ? bytes.length : at;
}
function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at;
  while (bytes[before - 1] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The object that a body holds, looked through in turns with the scans. JSON lets a key stand twice and leaves open which
 * one counts; here neither does.
 * @throws Problem 400 when it is no JSON in UTF-8, 422 when it is not one object with each key once
 */
export async function parseJsonBody(bytes: Buffer): Promise<object> {
  if (bytes.length === 0) return {};
  if (valuesIn(bytes) > MAX_VALUES) throw unusable([{ code: 'too many values', path: [] }]);
  const text = isUtf8(bytes) ? bytes.toString() : '';
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unusable([{ code: 'not an object', path: [] }]);
  const found = await unfitKey(text);
  if (found) throw unusable([{ code: found.code, path: [found.name.slice(0, MAX_NAME_SHOWN)] }]);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable();
  }
}

interface Unfit {
  readonly name: string;
  readonly code: string;
}

/** The first key that its object has already, that is one too many, or that would reach for the prototype of the object. */
async function unfitKey(text: string): Promise<Unfit | undefined> {
  const letOthersRun = yieldToEventLoop();
  const keys = new Keys();
  let seen = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g)) {
    if (++seen % TOKENS_TOGETHER === 0) await letOthersRun();
    const found = keys.unfitAt(token);
    if (found) return found;
  }
  return undefined;
}

/** The names in the objects that are open. */
class Keys {
  readonly #open: (Set<string> | null)[] = [];
  #isKeyNext = false;

  unfitAt(token: string): Unfit | undefined {
    if (token === '{') this.#open.push(new Set());
    if (token === '[') this.#open.push(null);
    if (token === '}' || token === ']') this.#open.pop();
    const inside = this.#open.at(-1);
    if (this.#isKeyNext && inside && token.startsWith('"')) {
      const name = nameIn(token);
      const code = unfit(name, inside);
      if (code) return { name, code };
      inside.add(name);
    }
    this.#isKeyNext = token === '{' || token === ',';
    return undefined;
  }
}

/** Few names are escaped; the others stand there as they are. */
const nameIn = (token: string): string => (token.includes('\\') ? JSON.parse(token) : token.slice(1, -1));

function unfit(name: string, inside: ReadonlySet<string>): string | undefined {
  if (inside.size >= MAX_NAMES) return 'too many keys';
  return inside.has(name) || name === '__proto__' ? 'repeated or unfit key' : undefined;
}
