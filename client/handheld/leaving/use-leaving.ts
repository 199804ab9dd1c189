import { useState } from 'react';
import type { Words } from '../../../server/words/words.ts';
import type { Reply } from '../../shared/api.ts';
import { grouped } from '../../shared/code.tsx';
import { Failure } from '../../shared/failure.ts';
import { type Answers, type AskedStep, stepInput } from '../../shared/questions.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { type Answer, done, doneOrSigned, refusal, success } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { namedItem, notHere, resolve, takeItemStep } from '../scanning.ts';
import { useLatest, useSessionState } from '../session-state.ts';
import { useStation } from '../use-station.ts';

export type Shipment = Reply<'GET /api/v1/shipments/:code'>;
export type Leaving = ReturnType<typeof useLeaving>;
type Work = 'pick' | 'pack';

interface Job {
  readonly shipment: string | null;
  /** The thing that took the last step: an undo takes it back. */
  readonly last: string | null;
}
const nothing: Job = { shipment: null, last: null };

interface Counting {
  readonly item: Item;
  readonly step: AskedStep;
  readonly answers: Answers;
}
/** The one question of a lot: how many there are. Undefined of a single thing, which its scan takes. */
function toCount({ openSteps, sku, description, code }: Item, does: Work): AskedStep | undefined {
  const open = openSteps.find(({ step }) => step === does);
  const fields = open?.fields.filter(({ name, required }) => name === 'quantity' && required) ?? [];
  return open && fields.length > 0
    ? { ...open, button: namedItem({ sku, description, code }), fields }
    : undefined;
}

/** What picking and packing share: one shipment, its things, and a scan that moves one of them on. */
export function useLeaving(does: Work) {
  const job = useLatest(useSessionState<Job>(does, nothing));
  const shipment = useLatest(useState<Shipment>());
  const last = useLatest(useState<Item>());
  /** A lot that was scanned: how many of it there are is said before it is taken. */
  const [counting, setCounting] = useState<Counting>();
  const refresh = async () => {
    const { shipment: code, last: item } = job.now;
    if (item) last.set(await station.ask('GET /api/v1/items/:code', { code: item }));
    if (code) await load(code);
  };
  const station = useStation(async () => {
    const first = takeScanned();
    await (first ? scan(first) : refresh());
  }, refresh);
  const load = async (code: string) =>
    shipment.set(await station.ask('GET /api/v1/shipments/:code', { code }));
  const open = async (code: string) => {
    await load(code);
    last.set(undefined);
    job.set({ shipment: code, last: null });
    station.tell(success(floorLater.both('leaving.opened')));
  };
  const leave = () => {
    shipment.set(undefined);
    last.set(undefined);
    job.set(nothing);
    station.clear();
  };
  const take = async (item: Item, step: string, answers: Answers = {}) => {
    const taken = item.openSteps.find((one) => one.step === step);
    const after = await takeItemStep(station, item, step, answers);
    last.set(after);
    job.set({ ...job.now, last: after.code });
    if (job.now.shipment) await load(job.now.shipment);
    if (taken) station.tell(doneOrSigned(taken, answers, after));
  };
  const takeShipmentStep = async (step: string, answers: Answers) => {
    const { now } = shipment;
    if (!now) return;
    const open = now.openSteps.find((one) => one.step === step);
    const input = stepInput<'POST /api/v1/shipments/:code/steps'>(now.code, open ?? { step }, answers);
    shipment.set(await station.ask('POST /api/v1/shipments/:code/steps', input));
    last.set(undefined);
    job.set({ ...job.now, last: null });
    if (open) station.tell(done(open, answers));
  };
  const scanItem = async (item: Item) => {
    if (!shipment.now) {
      if (!item.shipment)
        return station.tell(
          refusal(floorLater.both('leaving.notPromised'), {
            what: namedItem(item),
            where: item.location?.code,
            why: floorLater.both('leaving.notPromisedWhy'),
            next: floorLater.both('leaving.scanShipment'),
          }),
        );
      await open(item.shipment.code);
    }
    // The server knows whether it is promised to this shipment, and says so if it is not.
    const answers = shipment.now ? { shipment: shipment.now.code } : {};
    const lot = toCount(item, does);
    if (lot) return setCounting({ item, step: lot, answers });
    await takeScannedItem(item, answers);
  };
  const takeScannedItem = async (item: Item, answers: Answers) => {
    await take(item, does, answers).catch((error) => {
      const { now } = shipment;
      if (!(error instanceof Failure && error.status === 409) || !now || item.shipment?.code === now.code)
        throw error;
      station.tell(notOfThis(item, now, does));
    });
  };
  const scan = async (text: string) => {
    const found = await resolve(station, text, does);
    if (found.item) return scanItem(found.item);
    if (found.hit.kind === 'shipment') return open(found.hit.code);
    const [next] = shipment.now ? stillTo(does, shipment.now) : [];
    if (found.hit.kind === 'location' && next?.location) return station.tell(atPlace(found.hit.code, next));
    station.tell(notHere(found, floorLater.both(shipment.now ? 'leaving.scanItem' : 'leaving.scanShipment')));
  };
  const counted = {
    asked: counting,
    give: ({ quantity }: Answers) => {
      setCounting(undefined);
      if (counting) void station.run(() => takeScannedItem(counting.item, { ...counting.answers, quantity }));
    },
    leave: () => setCounting(undefined),
  };
  return { station, shipment, last, counted, scan, open, leave, take, takeShipmentStep };
}

type Next = Pick<Shipment['items'][number], 'code' | 'name' | 'location'>;
const inBoth = (
  key: 'leaving.takeRight' | 'leaving.putBackTakeRight' | 'leaving.rightPlace' | 'leaving.goThere',
  { code, name, location }: Next,
  back = '',
): Words => ({
  zh: floorLater.in('zh-CN')(key, { thing: `${name.zh} ${grouped(code)}`, place: location ?? '', back }),
  en: floorLater.in('en')(key, { thing: `${name.en} ${grouped(code)}`, place: location ?? '', back }),
});

/** Another thing than this shipment wants: where it goes back to, and which is the right one. */
function notOfThis(item: Item, shipment: Shipment, does: Work): Answer {
  const [next] = stillTo(does, shipment);
  const back = item.location?.code;
  return refusal(floorLater.both('leaving.notOfThis'), {
    what: namedItem(item),
    where: back,
    why: floorLater.both('leaving.notOfThisWhy', { shipment: shipment.code }),
    ...(next ? { next: inBoth(back ? 'leaving.putBackTakeRight' : 'leaving.takeRight', next, back) } : {}),
  });
}

/** Whoever scans the shelf asks whether it is the right one. */
const atPlace = (place: string, next: Next): Answer =>
  place === next.location
    ? success(inBoth('leaving.rightPlace', next))
    : refusal(floorLater.both('leaving.otherShelf'), {
        what: { zh: place, en: place },
        next: inBoth('leaving.goThere', next),
      });

/** What a shipment still waits for, place by place. */
export function stillTo(does: Work, { items }: Shipment): Shipment['items'] {
  const left = items.filter((item) => (does === 'pick' ? !item.picked : !item.packed));
  return left.sort((a, b) => (a.location ?? '').localeCompare(b.location ?? ''));
}
