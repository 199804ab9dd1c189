import type { Endpoint } from '../shared/api.ts';
import { letGo } from './scanner/kept-scans.ts';

/** A request that changes something and that nobody has answered yet. */
export interface Sending {
  readonly who: string;
  readonly endpoint: Endpoint;
  readonly input: unknown;
}
const place = 'guihang.sending';

/** Keeps it until it is answered, so that a reload in between sends the same one again. */
export function keepSending(sending: Sending) {
  sessionStorage.setItem(place, JSON.stringify(sending));
  letGo();
}
export const forgetSending = () => sessionStorage.removeItem(place);

/** What this person's page was sending when it went away. */
export function leftUnanswered(who: string): Sending | undefined {
  const left: Sending | null = JSON.parse(sessionStorage.getItem(place) ?? 'null');
  return left?.who === who ? left : undefined;
}

/** What a request is about, in a few letters: the scan, or the code of the thing. */
export function aboutOf(input: unknown): string {
  const { text, code, waybill } = input as Readonly<Record<string, unknown>>;
  return String(text ?? code ?? waybill ?? '');
}
