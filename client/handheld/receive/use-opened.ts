import { useState } from 'react';
import type { Reply } from '../../shared/api.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { floor } from '../../shared/words/floor.ts';
import { success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { type Latest, useLatest, useSessionState } from '../session-state.ts';
import type { StationState } from '../use-station.ts';
import { type Job, noJob } from './job.ts';
import { countedByOthers, countsOf, type Order, type Parcel } from './match.ts';

/** The parcel that lies open, which of its returns is looked at, and what was counted: all of it as the server says. */
export function useOpened(station: StationState, place: Latest<string | null>) {
  const job = useLatest(useSessionState<Job>('receive', noJob));
  const order = useLatest(useState<Order>());
  const parcel = useLatest(useState<Parcel>());
  const last = useLatest(useState<Item>());
  const change = (part: Partial<Job>) => job.set({ ...job.now, ...part });
  const fetchOrder = (code: string) => station.ask('GET /api/v1/return-orders/:code', { code });
  const fetchParcel = (code: string) => station.ask('GET /api/v1/parcels/:code', { code });
  const load = async (code: string) => order.set(await fetchOrder(code));
  /** What is open, as it stands after something came. */
  const renew = async () => {
    const { order: of, parcel: open } = job.now;
    if (open) parcel.set(await fetchParcel(open));
    if (of) await load(of);
  };
  const refresh = async () => {
    const { last: code } = job.now;
    if (code) last.set(await station.ask('GET /api/v1/items/:code', { code }));
    await renew();
  };
  const show = (opened: Reply<'POST /api/v1/parcels'>) => {
    // How many articles the parcel before this one lacks: what was counted in it does not.
    const before = parcel.now?.code === opened.code ? undefined : parcel.now?.progress;
    const left = before ? before.expected - before.here : 0;
    parcel.set(opened);
    last.set(undefined);
    job.set({ ...noJob, order: order.now?.code ?? null, parcel: opened.code });
    const { again, words } = opened;
    if (left > 0 && !again) station.tell(warning(floor.both('receive.leftOpen', { count: left })));
    else station.tell((again ? warning : success)(words));
  };
  const takeIn = (what: { order?: string; waybill?: string; parcel?: string }) =>
    station.ask('POST /api/v1/parcels', {
      scanId: newScanId(),
      ...what,
      ...(place.now === null ? {} : { location: place.now }),
    });
  const open = async (code: string, text = code, scanned: string | null = null) => {
    const opened = await fetchOrder(code);
    const { waybill, awaited, state } = opened;
    if (!awaited) {
      const { zh, en } = state;
      change({ doubt: { is: 'not awaited', text, order: code, waybill, zh, en, told: false } });
      return station.tell(warning(floor.both('receive.notAwaited')));
    }
    // The exporter's own number may look like a waybill: only what the return names as its waybill is one.
    const carried = waybill && waybill === scanned ? { waybill } : {};
    const taken = await takeIn({ order: code, ...carried });
    order.set(opened);
    show(taken);
  };
  /** A parcel by itself: nobody announced it, or its label was scanned. */
  const openParcel = async (parcel: string) => {
    const found = await takeIn({ parcel });
    const of = found.orders[0]?.code;
    order.set(of ? await fetchOrder(of) : undefined);
    show(found);
  };
  /** Another return that lies in the same parcel. */
  const turnTo = async (code: string) => {
    await load(code);
    change({ order: code, line: null, awaiting: null });
  };
  const counts = () => countsOf(parcel.now, order.now);
  const mine = () => countsOf(parcel.now, order.now, true);
  const count = async (line: number, more: 1 | -1) => {
    const { order: of, parcel: code } = job.now;
    if (!of || !code) return;
    const ask = { scanId: newScanId(), code, order: of, line, more };
    const before = parcel.now;
    const after = await station.ask('POST /api/v1/parcels/:code/counts', ask);
    parcel.set(after);
    // Somebody else receives of it as well: what is still to come has changed, too, also where the sums have not.
    const { expected, here } = before?.progress ?? {};
    const isNews = expected !== after.progress.expected || (here ?? 0) + more !== after.progress.here;
    if (isNews || JSON.stringify(countedByOthers(before)) !== JSON.stringify(countedByOthers(after)))
      await load(of);
  };
  return {
    ...{ job, order, parcel, last, change, load, fetchOrder, renew, refresh },
    ...{ open, openParcel, turnTo, counts, mine, count },
  };
}
