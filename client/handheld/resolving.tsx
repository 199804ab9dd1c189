import { useEffect, useRef, useState } from 'react';
import type { Reply } from '../shared/api.ts';
import { type Answers, type OpenStep, stepInput } from '../shared/questions.ts';
import { newScanId } from '../shared/scan-id.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { done, refusal, success } from './answer.ts';
import { type Item, ItemCard } from './item-card.tsx';
import { OpenSteps } from './open-steps.tsx';
import { Card, Quiet } from './parts.tsx';
import { Station } from './station.tsx';
import type { StationName } from './stations.ts';
import { type StationState, useStation } from './use-station.ts';

type Resolved = Reply<'POST /api/v1/scans'>;

/** What was scanned last at this station, the way to scan the next, and the way to take a step of its item. */
export function useResolved(station: StationState, name: StationName) {
  const [resolved, setResolved] = useState<Resolved>();
  const scan = async (text: string) => {
    const reply = await station.ask('POST /api/v1/scans', { scanId: newScanId(), text, station: name });
    const known = reply.hit.kind !== 'unknown';
    setResolved(known ? reply : undefined);
    station.tell(
      known
        ? success(handheld.both('answer.found'))
        : refusal(handheld.both('answer.unknown'), { why: reply.words }),
    );
  };
  const take = async (item: Item, step: OpenStep, answers: Answers) => {
    const input = stepInput<'POST /api/v1/items/:code/steps'>(item.code, step.step, answers);
    const after = await station.ask('POST /api/v1/items/:code/steps', input);
    setResolved((before) => before && { ...before, item: after });
    station.tell(done(step.button));
  };
  return { resolved, scan, take };
}

/** A station that says what was scanned and offers its open steps. `first` is scanned at once. */
export function Resolving({
  name,
  hint,
  first,
}: {
  readonly name: StationName;
  readonly hint: string;
  readonly first?: string | undefined;
}) {
  const t = useWords(handheld);
  const say = useSay();
  const station = useStation();
  const { resolved, scan, take } = useResolved(station, name);
  const item = resolved?.item;
  const opening = useRef<() => void>(undefined);
  opening.current = () => first && void station.run(() => scan(first));
  useEffect(() => opening.current?.(), []);
  return (
    <Station
      station={station}
      title={t(`station.${name}`)}
      hint={hint}
      onScan={scan}
      buttons={
        item && (
          <OpenSteps
            key={`${item.code} ${item.state.id}`}
            steps={item.openSteps}
            onStep={(step, answers) => void station.run(() => take(item, step, answers))}
          />
        )
      }
    >
      {item ? (
        <ItemCard item={item} />
      ) : (
        <Card>
          {resolved ? (
            <p className="thing-name">{say(resolved.words)}</p>
          ) : (
            <Quiet>{t(`start.${name}`)}</Quiet>
          )}
        </Card>
      )}
    </Station>
  );
}
