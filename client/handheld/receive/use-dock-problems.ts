import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { useItemProblems } from '../use-item-problems.tsx';
import { countedByOthers } from './match.ts';
import { parts } from './rest.ts';
import type { Receiving } from './use-receiving.ts';

/** What the exception key offers at the dock, and the questions that go with it. */
export function useDockProblems(
  work: Receiving,
  { onWrong, onBlind }: { readonly onWrong: () => void; readonly onBlind: () => void },
): ReturnType<typeof useItemProblems> {
  const f = useWords(floor);
  const { station } = work;
  const [order, last, place] = [work.order.now, work.last.now, work.place.now];
  const ofItem = useItemProblems(
    last,
    (one, answers) => void (last && station.run(() => work.takeStep(last, one.step, answers))),
  );
  const dangerous = work.dangerous();
  const layLater = {
    label: f('receive.dangerLater'),
    report: async () => (await parts.danger()).layLater(work),
  };
  const otherProblems = [
    ...(order ? [{ label: f('receive.nextIsWrong'), report: onWrong }] : []),
    ...takingOver(work, f('receive.takeOverCount')),
    { label: f('receive.noCode'), report: onBlind },
    ...(place ? [{ label: f('receive.otherPlace'), report: () => work.place.set(null) }] : []),
  ];
  const problems = [...(dangerous ? [layLater] : otherProblems), ...ofItem.problems];
  return { problems, asking: ofItem.asking };
}

/** What somebody else counted in the parcel, and did not stay to receive. */
const takingOver = ({ parcel, station, ...work }: Receiving, label: string) =>
  countedByOthers(parcel.now).length > 0
    ? [
        {
          label,
          report: () =>
            void station.run(async () => (await parts.others()).takeOverCounts({ ...work, parcel, station })),
        },
      ]
    : [];
