import type { Words } from '../../../server/words/words.ts';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { floor } from '../../shared/words/floor.ts';
import { doneOrSigned, heldOr, refusal, success, warning } from '../answer.ts';
import { awaitsCabinet } from '../hazard.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { takeItemStep } from '../scanning.ts';
import { useLatest, useSessionState } from '../session-state.ts';
import { type StationState, useStation } from '../use-station.ts';
import type { Job } from './job.ts';
import { receiveScan } from './scan.ts';
import { useOpened } from './use-opened.ts';

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
  /** Not the one that lies open. */
  readonly parcel?: undefined;
  readonly exception?: string | undefined;
  /** What its scan told; the server knows which exception that is. */
  readonly found?: 'over' | 'wrong product' | undefined;
  readonly note?: string | undefined;
}
interface Announced {
  readonly code: string;
  readonly line?: number | null;
}

/** The receiver's work: to which place, what came out of the parcel that lies open, and what the last scan asks. */
export function useReceiving() {
  const place = useLatest(useSessionState<string | null>('receive.place', null));
  const station = useStation(
    async () => {
      const first = takeScanned();
      await opened.refresh();
      if (first) await receiveScan(work, first);
    },
    () => opened.refresh(),
  );
  const opened = useOpened(station, place);
  const { job, last, change, renew } = opened;
  /** The place to receive to; without one it says what to scan. */
  const placeNow = () => {
    if (place.now === null)
      station.tell(refusal(floor.both('receive.noPlace'), { next: floor.both('receive.scanPlace') }));
    return place.now;
  };
  const inParcel = () => (job.now.parcel ? { parcel: job.now.parcel } : {});
  const arrived = async (item: Item, part: Partial<Job>) => {
    last.set(item);
    change({
      doubt: null,
      awaiting: null,
      once: null,
      back: null,
      exception: null,
      ...part,
      last: item.code,
    });
    await renew();
  };
  /** `doubtful`: what to say instead of green. */
  const receive = async ({ code, line = null }: Announced, given: Answers = {}, doubtful?: Words) => {
    const location = placeNow();
    if (location === null) return undefined;
    const { exception } = job.now;
    const answers = { location, ...inParcel(), ...(exception ? { exception } : {}), ...given };
    const item = await takeItemStep(station, { code }, 'receive', answers);
    const why = given.noSerial ? floor.both('receive.gotWithoutSerial') : doubtful;
    station.tell(why && !item.hazard ? warning(why) : answerOf(item));
    await arrived(item, { line });
    return item;
  };
  const receiveUnannounced = async (what: Unannounced) => {
    const location = what.location ?? placeNow();
    if (location === null) return;
    const ask = { scanId: newScanId(), ...inParcel(), ...what, location };
    const item = await station.ask('POST /api/v1/receipts', ask);
    const got = what.found ? gotAs[what.found] : 'receive.gotUnannounced';
    station.tell(warning(floor.both(item.hazard ? 'receive.danger' : got)));
    await arrived(item, {});
  };
  const takeStep = async (item: Item, name: string, answers: Answers = {}) => {
    const taken = item.openSteps.find(({ step }) => step === name);
    const after = await nowOnTheTable(station, await takeItemStep(station, item, name, answers));
    const takenBack = name === item.undo;
    last.set(takenBack ? undefined : after);
    change({ last: takenBack ? null : after.code, doubt: null });
    await renew();
    if (taken) station.tell(heldOr(after, doneOrSigned(taken, answers, after)));
  };
  /** What came in last and is dangerous: until it lies in a cabinet nothing else is done here. */
  const dangerous = () =>
    last.now && job.now.back === null && awaitsCabinet(last.now) ? last.now : undefined;
  const work = { ...opened, station, place, placeNow, dangerous, receive, receiveUnannounced, takeStep };
  return work;
}
const gotAs = { over: 'receive.gotExtra', 'wrong product': 'receive.gotWrong' } as const;
const answerOf = (item: Item) =>
  item.hazard ? warning(floor.both('receive.danger')) : heldOr(item, success(floor.both('receive.got')));

/** Where its vendor sent another unit for it, that one. */
const nowOnTheTable = async (station: StationState, item: Item): Promise<Item> =>
  item.exchangedFor !== null && item.state.ended
    ? station.ask('GET /api/v1/items/:code', { code: item.exchangedFor })
    : item;
export type Receiving = ReturnType<typeof useReceiving>;
