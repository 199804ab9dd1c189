import { useState } from 'react';
import { later } from '../../shared/later.tsx';
import { useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { doneOrSigned, success } from '../answer.ts';
import { meaningOfCode } from '../catalogue.ts';
import { Found } from '../find/found.tsx';
import { Past } from '../find/past.tsx';
import { namedUnlessHeld } from '../inspect/told.ts';
import { ItemCard, ItemPlace } from '../item-card.tsx';
import { labelsOf, openPaper } from '../labels.ts';
import { type OnStep, OpenSteps } from '../open-steps.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { takeScanned } from '../path.ts';
import { PhotoButton } from '../photo.tsx';
import { namedItem, notHere, resolve, type Scanned, takeItemStep, workOr } from '../scanning.ts';
import { useLatest, useSessionState } from '../session-state.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';
import { useStation } from '../use-station.ts';
import { atVendor, notStock } from '../whereabouts.ts';

const HeldCard = later(() => import('../receive/held-card.tsx'), 'HeldCard', null);

/** Scan anything: what it is, where it is, what happened to it, what may be done with it. */
export function Find() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const text = useLatest(useSessionState<string | null>('find', null));
  const [found, setFound] = useState<Scanned>();
  const refresh = async () => {
    if (found?.item)
      setFound({ ...found, item: await station.ask('GET /api/v1/items/:code', { code: found.item.code }) });
  };
  const station = useStation(async () => {
    const first = takeScanned() ?? text.now;
    if (first) await scan(first);
  }, refresh);
  const answerOf = async ({ item: it, words }: Scanned) => {
    if (!it) return success(words);
    const isDoomed = (await meaningOfCode('disposition', it.disposition)) === 'destroy';
    const isHere = it.state.ended ? workOr(it, false) : success(namedItem(it));
    return atVendor(it) ?? notStock(it, isDoomed) ?? namedUnlessHeld(it, isHere);
  };
  const scan = async (scanned: string) => {
    const next = await resolve(station, scanned, 'find');
    if (!next.fits) return station.tell(notHere(next, floorLater.both('find.wanted')));
    text.set(scanned);
    setFound(next);
    station.tell(await answerOf(next));
  };
  const item = found?.item ?? undefined;
  // A lot that was split has fewer pieces on its label, and its part has none yet.
  const labelled = item ? [item.code, ...(item.splitInto ? [item.splitInto] : [])] : [];
  const take: OnStep = (step, answers) =>
    void station.run(async () => {
      if (!found || !item) return;
      const after = await takeItemStep(station, item, step.step, answers);
      setFound({ ...found, item: after });
      station.tell(doneOrSigned(step, answers, after));
    });
  const { problems, asking } = useItemProblems(item, take);
  return (
    <Station
      station={station}
      title={t('station.find')}
      hint={t('scan.anything')}
      onScan={scan}
      problems={problems}
      buttons={
        item ? (
          <OpenSteps
            key={`${item.code} ${item.state.id}`}
            steps={item.openSteps}
            undo={item.undo}
            first={item.signature?.step}
            about={{ exporter: item.exporter?.code, item }}
            beside={
              <>
                <PhotoButton station={station} of="item" code={item.code} />
                <SideButton onClick={() => openPaper(labelsOf(labelled))}>
                  {item.splitInto ? f('find.printBoth') : f('find.printLabel')}
                </SideButton>
              </>
            }
            onStep={take}
          />
        ) : (
          found &&
          'code' in found.hit && (
            <SideButtons>
              <PhotoButton station={station} of={found.hit.kind} code={found.hit.code} />
            </SideButtons>
          )
        )
      }
    >
      {item && <ItemPlace item={item} />}
      {item && <ItemCard item={item} clocks="both" />}
      {item && item.holds.length > 0 && <HeldCard item={item} />}
      {item && <Past code={item.code} since={item.stateSince} />}
      {found && !item && (
        <Found key={text.now} scanned={found} onChoose={(code) => void station.run(() => scan(code))} />
      )}
      {!found && (
        <Card>
          <Quiet>{t('start.find')}</Quiet>
        </Card>
      )}
      {asking}
    </Station>
  );
}
