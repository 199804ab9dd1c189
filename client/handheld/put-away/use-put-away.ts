import { useState } from 'react';
import type { Words } from '../../../server/words/words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { type Answer, doneOrSigned, success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { useOtherPlace, usePlaces } from '../places.tsx';
import { placingOf, waitsForPlace } from '../placing.ts';
import { namedItem, notHere, resolve, takeItemStep, workOr } from '../scanning.ts';
import { useSessionState } from '../session-state.ts';
import { useStation } from '../use-station.ts';
import { atVendor, named } from '../whereabouts.ts';

interface Job {
  readonly code: string | null;
  /** It lies where it belongs; the next scan is another item. */
  readonly settled: boolean;
  /** What was to be put away and is not yet, because another was scanned. */
  readonly due?: readonly Due[];
}
interface Due {
  readonly code: string;
  readonly name: Words;
}
/** The keeper's work: one thing and its place, and what was begun before it and is still to be put away. */
export function usePutAway() {
  const [job, setJob] = useSessionState<Job>('putAway', { code: null, settled: false });
  const [item, setItem] = useState<Item>();
  const [choice, setChoice] = useState(0);
  const proposals = usePlaces(item);
  const refresh = async () => {
    if (job.code) setItem(await station.ask('GET /api/v1/items/:code', { code: job.code }));
  };
  const station = useStation(async () => {
    const first = takeScanned();
    if (first) await scan(first);
    else await refresh();
  }, refresh);
  const other = useOtherPlace(station, proposals);
  const wanted = item !== undefined && !job.settled && atVendor(item) === undefined;
  const due = job.due ?? [];
  const take = (next: Item, settled: boolean, left?: Item) => {
    setItem(next);
    setChoice(0);
    other.forget();
    const others = [...due, ...(left ? [{ code: left.code, name: namedItem(left) }] : [])];
    setJob({ code: next.code, settled, due: others.filter(({ code }) => code !== next.code) });
  };
  const step = async (name: string, answers = {}, settled = false) => {
    if (!item) return;
    const taken = item.openSteps.find((one) => one.step === name);
    const after = await takeItemStep(station, item, name, answers);
    take(after, settled);
    if (taken) station.tell(doneOrSigned(taken, answers, after));
  };
  /** Somebody else may have put it away since it was scanned: then it says where it lies, and by whom. */
  const isPutAway = async (it: Item, location: string) => {
    if (proposals?.places.some(({ code }) => code === location)) return false;
    const now = await station.ask('GET /api/v1/items/:code', { code: it.code });
    if (now.version === it.version || waitsForPlace(now) || !now.location) return false;
    const { events } = await station.ask('GET /api/v1/items/:code/history', { code: it.code });
    const [by = ''] = events.filter(({ given }) => 'location' in given).map((event) => event.by);
    take(now, true);
    const place = now.location.code;
    const told = floorLater.both('putAway.liesBy', { place, by });
    station.tell(place === location ? success(told) : warning(told));
    return true;
  };
  /** Another place than proposed is asked for twice. */
  const putAt = async (it: Item, location: string) => {
    if (await isPutAway(it, location)) return;
    if (await other.isAsked(it.code, location)) return;
    const [next] = placingOf(it);
    take(await takeItemStep(station, it, next?.step ?? 'putAway', { location }), true);
    station.tell(success(floorLater.both('putAway.done', { place: location })));
  };
  /** What was to be put away before it is still to be: that comes before what is said of this one. */
  const takeUp = (next: Item) => {
    const isOpen = item && !job.settled && (waitsForPlace(item) || other.answer !== undefined);
    const left = isOpen && item.code !== next.code ? item : undefined;
    take(next, false, left);
    station.tell(left ? warning(named('putAway.leftOpen', namedItem(left))) : answerTo(next));
  };
  const scan = async (text: string) => {
    const found = await resolve(station, text, 'putAway');
    if (found.item) return takeUp(found.item);
    if (found.hit.kind !== 'location' || !item)
      return station.tell(notHere(found, floorLater.both(wanted ? 'putAway.wanted' : 'putAway.firstItem')));
    if (wanted) return putAt(item, found.hit.code);
    // Scanned once more out of impatience: there it lies.
    const again = job.settled && item.location?.code === found.hit.code;
    station.tell(
      again
        ? success(floorLater.both('putAway.done', { place: found.hit.code }))
        : notHere(found, floorLater.both('putAway.firstItem')),
    );
  };
  const giveUp = (code: string) => setJob({ ...job, due: due.filter((one) => one.code !== code) });
  const another = () => setChoice(choice + 1);
  return {
    station,
    item,
    settled: job.settled,
    due,
    wanted,
    proposals,
    choice,
    another,
    otherPlace: other.answer,
    scan,
    step,
    giveUp,
  };
}
export type PuttingAway = ReturnType<typeof usePutAway>;

/** Green for what is to be put away. What lies where it belongs is amber and says where; so is what may not be moved. */
function answerTo(item: Item): Answer {
  const away = atVendor(item);
  if (away) return away;
  const waits = waitsForPlace(item);
  if (waits || placingOf(item).length === 0 || !item.location) return workOr(item, waits);
  const { zh, en } = namedItem(item);
  const place = item.location.code;
  return warning({
    zh: floorLater.in('zh-CN')('putAway.lies', { thing: zh, place }),
    en: floorLater.in('en')('putAway.lies', { thing: en, place }),
  });
}
