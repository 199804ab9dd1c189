import { useState } from 'react';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { floor } from '../../shared/words/floor.ts';
import { doneOrSigned, refusal, success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { takeItemStep } from '../scanning.ts';
import { useLatest, useSessionState } from '../session-state.ts';
import { useStation } from '../use-station.ts';
import { type Job, noJob } from './job.ts';
import { type Order, piecesExpected } from './match.ts';
import { receiveScan } from './scan.ts';

/** What can be said at the dock of something that nobody announced. */
export interface Unannounced {
  /** Another place than the one that is received to. */
  readonly location?: string | undefined;
  readonly description: string;
  readonly exporter?: string | undefined;
  readonly sku?: string | undefined;
  readonly serial?: string | undefined;
  readonly quantity?: number | undefined;
  readonly waybill?: string | undefined;
  readonly order?: string | undefined;
  readonly exception?: string | undefined;
  /** What its scan told; the server knows which exception that is. */
  readonly found?: 'over' | 'wrong product' | undefined;
  readonly note?: string | undefined;
}
interface Announced {
  readonly code: string;
  readonly line?: number | null;
}

/** The receiver's work: to which place, which parcel is open, what was counted, and what the last scan asks. */
export function useReceiving() {
  const place = useLatest(useSessionState<string | null>('receive.place', null));
  const job = useLatest(useSessionState<Job>('receive', noJob));
  const order = useLatest(useState<Order>());
  const last = useLatest(useState<Item>());
  const change = (part: Partial<Job>) => job.set({ ...job.now, ...part });
  const refresh = async () => {
    const { last: code, order: opened } = job.now;
    if (code) last.set(await station.ask('GET /api/v1/items/:code', { code }));
    if (opened) await load(opened);
  };
  const station = useStation(async () => {
    const first = takeScanned();
    await refresh();
    if (first) await receiveScan(work, first);
  }, refresh);

  const load = async (code: string) =>
    order.set(await station.ask('GET /api/v1/return-orders/:code', { code }));
  const open = async (code: string, text = code) => {
    const before = order.now;
    const left = before && before.code !== code ? piecesExpected(before) : 0;
    const opened = await station.ask('GET /api/v1/return-orders/:code', { code });
    if (!opened.awaited) {
      const { waybill, state } = opened;
      const { zh, en } = state;
      change({ doubt: { is: 'not awaited', text, order: code, waybill, zh, en, told: false } });
      return station.tell(warning(floor.both('receive.notAwaited')));
    }
    order.set(opened);
    last.set(undefined);
    job.set({ ...noJob, order: code });
    station.tell(
      left > 0
        ? warning(floor.both('receive.leftOpen', { count: left }))
        : success(floor.both('receive.opened')),
    );
  };
  const close = () => {
    order.set(undefined);
    last.set(undefined);
    job.set(noJob);
    station.tell(success(floor.both('receive.closed')));
  };
  /** The place to receive to; without one it says what to scan. */
  const placeNow = () => {
    if (place.now === null)
      station.tell(refusal(floor.both('receive.noPlace'), { next: floor.both('receive.scanPlace') }));
    return place.now;
  };
  const arrived = async (item: Item, part: Partial<Job>) => {
    last.set(item);
    change({ doubt: null, awaiting: null, exception: null, ...part, last: item.code });
    if (order.now) await load(order.now.code);
  };
  const receive = async ({ code, line = null }: Announced, given: Answers = {}) => {
    const location = placeNow();
    if (location === null) return;
    const { exception, counts } = job.now;
    const answers = { location, ...(exception ? { exception } : {}), ...given };
    const item = await takeItemStep(station, { code }, 'receive', answers);
    const rest = Object.entries(counts).filter(([number]) => Number(number) !== line);
    station.tell(item.hazard ? warning(floor.both('receive.danger')) : success(floor.both('receive.got')));
    await arrived(item, { line, counts: Object.fromEntries(rest) });
  };
  const receiveUnannounced = async (what: Unannounced) => {
    const location = what.location ?? placeNow();
    if (location === null) return;
    const item = await station.ask('POST /api/v1/receipts', { scanId: newScanId(), ...what, location });
    station.tell(warning(floor.both(item.hazard ? 'receive.danger' : 'receive.gotUnannounced')));
    await arrived(item, {});
  };
  const takeStep = async (item: Item, name: string, answers: Answers = {}) => {
    const taken = item.openSteps.find(({ step }) => step === name);
    const after = await takeItemStep(station, item, name, answers);
    const takenBack = name === item.undo;
    last.set(takenBack ? undefined : after);
    change({ last: takenBack ? null : after.code, doubt: null });
    if (order.now) await load(order.now.code);
    if (taken) station.tell(doneOrSigned(taken, after));
  };
  const work = {
    ...{ station, place, job, order, last, change, load, open, close, placeNow },
    ...{ receive, receiveUnannounced, takeStep },
  };
  return work;
}
export type Receiving = ReturnType<typeof useReceiving>;
