import { useState } from 'react';
import { type Answers, type OpenStep, stepInput, theOne } from '../../shared/questions.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { done } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { notHere, resolve, takeItemStep, workOr } from '../scanning.ts';
import { useLatest, useSessionState } from '../session-state.ts';
import { useStation } from '../use-station.ts';
import type { Ticket } from './ticket-card.tsx';

/** The technician's work: one thing and its ticket. A step of the one is seen on the other. */
export function useBench() {
  const code = useLatest(useSessionState<string | null>('bench', null));
  const item = useLatest(useState<Item>());
  const ticket = useLatest(useState<Ticket>());
  const refresh = async () => {
    if (code.now) await load(code.now);
  };
  const station = useStation(async () => {
    const first = takeScanned();
    if (first) await scan(first);
    else await refresh();
  }, refresh);
  const show = async (next: Item) => {
    const open = next.ticket
      ? await station.ask('GET /api/v1/tickets/:code', { code: next.ticket.code })
      : undefined;
    ticket.set(open && !open.closedAt ? open : undefined);
    item.set(next);
    code.set(next.code);
  };
  const load = async (itemCode: string) => {
    const loaded = await station.ask('GET /api/v1/items/:code', { code: itemCode });
    await show(loaded);
    return loaded;
  };
  const openTicket = async (ticketCode: string) => {
    const found = await station.ask('GET /api/v1/tickets/:code', { code: ticketCode });
    tellFound(await load(found.item.code));
  };
  /** An estimate that waits for its exporter, what is in another state, at a vendor, or gone is no work of the bench. */
  const tellFound = (found: Item) => {
    const repairing = ticket.now && ticket.now.openSteps.length > 0 && !ticket.now.answerBy;
    const isWork = repairing || theOne(found.openSteps, 'bench work') !== undefined;
    station.tell(workOr(found, isWork));
  };
  const scan = async (text: string) => {
    const found = await resolve(station, text, 'bench');
    if (found.hit.kind === 'ticket') return openTicket(found.hit.code);
    if (!found.item) return station.tell(notHere(found, floorLater.both('bench.wanted')));
    await show(found.item);
    tellFound(found.item);
  };
  const takeStep = async (taken: OpenStep, answers: Answers) => {
    const { step } = taken;
    const { now } = item;
    if (!now) return;
    const open = ticket.now?.openSteps.find((one) => one.step === step);
    if (ticket.now && open) {
      const input = stepInput<'POST /api/v1/tickets/:code/steps'>(ticket.now.code, open, answers);
      await station.ask('POST /api/v1/tickets/:code/steps', input);
    } else await takeItemStep(station, now, step, answers);
    await load(now.code);
    station.tell(done(taken, answers));
  };
  const leave = () => {
    code.set(null);
    item.set(undefined);
    ticket.set(undefined);
    station.clear();
  };
  return { station, item: item.now, ticket: ticket.now, scan, openTicket, takeStep, leave };
}
