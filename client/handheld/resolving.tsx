import { useEffect, useState } from 'react';
import type { Reply } from '../shared/api.ts';
import { newScanId } from '../shared/scan-id.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { refusal, success } from './answer.ts';
import { Card, Quiet } from './parts.tsx';
import { Station } from './station.tsx';
import type { StationName } from './stations.ts';
import { type StationState, useStation } from './use-station.ts';

type Resolved = Reply<'POST /api/v1/scans'>;

/** What was scanned last at this station, and the way to scan the next. */
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
    return reply;
  };
  return { resolved, scan, forget: () => setResolved(undefined) };
}

/** A station that says what was scanned. `first` is scanned at once, for a scan that was made in the menu. */
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
  const { resolved, scan } = useResolved(station, name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the station opens
  useEffect(() => void (first && station.run(() => scan(first))), [first]);
  return (
    <Station station={station} title={t(`station.${name}`)} hint={hint} onScan={scan}>
      <Card>
        {resolved ? <p className="thing-name">{say(resolved.words)}</p> : <Quiet>{t(`start.${name}`)}</Quiet>}
      </Card>
    </Station>
  );
}
