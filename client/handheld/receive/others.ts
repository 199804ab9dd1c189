import { newScanId } from '../../shared/scan-id.ts';
import { odd as words } from '../../shared/words/odd.ts';
import { refusal, success } from '../answer.ts';
import { countedByOthers } from './match.ts';
import type { Receiving } from './use-receiving.ts';

/** Whoever counted here and went away: what they counted is this person's now, and the record says so. */
export async function takeOverCounts(work: Receiving) {
  const { parcel: code } = work.job.now;
  if (code === null) return;
  const ask = { scanId: newScanId(), code, step: 'takeOverCounts' } as const;
  work.parcel.set(await work.station.ask('POST /api/v1/parcels/:code/steps', ask));
  work.station.tell(success(words.both('tookOver')));
}

/** @returns whether somebody else counted something in it that nobody has received yet; says who */
export async function othersStillCount(work: Receiving): Promise<boolean> {
  await work.renew();
  const others = countedByOthers(work.parcel.now);
  const [first] = others;
  if (!first) return false;
  const count = others.reduce((sum, { counted }) => sum + counted, 0);
  const who = [...new Set(others.map(({ by }) => by))].join('、');
  const told = words.both('othersCount', { count, who });
  work.station.tell(refusal(told, { next: words.both('othersCountNext') }));
  return true;
}
