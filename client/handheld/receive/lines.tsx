import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { hasBattery } from '../item-card.tsx';
import { Chip } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import type { Job } from './job.ts';
import { announcedIn, type Counts, extraIn, type Line, lineCount, type Order } from './match.ts';

interface LinesProps {
  readonly order: Order;
  readonly job: Job;
  readonly counts: Counts;
  readonly onPress: (line: Line) => void;
}
const MAX_LARGE_LINES = 2;

/** How many of each line are here. The one that was touched last is large; with few lines all are. */
export function Lines({ order, job, counts, onPress }: LinesProps) {
  const say = useSay();
  const t = useWords(floor);
  const lines = announcedIn(order);
  const extra = extraIn(order);
  const large = lines.filter(({ number }) => lines.length <= MAX_LARGE_LINES || number === job.line);
  const small = lines.filter((line) => !large.includes(line));
  return (
    <>
      {large.map((line) => (
        <LargeLine key={line.number} {...{ job, counts, line, onPress }} />
      ))}
      {small.length > 0 && (
        <section className="card flush">
          <Rows
            rows={small.map((line) => {
              const { here, expected } = lineCount(line, counts);
              return {
                id: String(line.number),
                title: say(line.name),
                quiet: line.sku,
                end: <Count here={here} expected={expected} />,
                onPress: () => onPress(line),
              };
            })}
          />
        </section>
      )}
      {extra.length > 0 && (
        <section className="card flush">
          <Rows
            rows={extra.map(({ number, name, sku, serial, quantity }) => ({
              id: String(number),
              title: say(name),
              quiet: serial ?? sku,
              end: <Chip clock>{t('receive.extra', { count: quantity })}</Chip>,
            }))}
          />
        </section>
      )}
    </>
  );
}

const Count = ({ here, expected }: { readonly here: number; readonly expected: number }) => (
  <span className={here >= expected ? 'count full' : 'count'}>
    <b>{here}</b> / {expected}
  </span>
);

function LargeLine({ job, counts, line, onPress }: Omit<LinesProps, 'order'> & { readonly line: Line }) {
  const t = useWords(floor);
  const h = useWords(handheld);
  const say = useSay();
  const { here, expected } = lineCount(line, counts);
  const awaited = job.awaiting === line.number;
  return (
    <button type="button" className="card line-card" onClick={() => onPress(line)}>
      <span className="card-label">{say(line.name)}</span>
      <Count here={here} expected={expected} />
      <span className="chips">
        {awaited && <Chip clock>{t('receive.serialChip')}</Chip>}
        {hasBattery(line) && <Chip clock>{t('receive.batteryChip')}</Chip>}
        {line.serial && <Chip>{h('item.serial', { serial: line.serial })}</Chip>}
        {line.pieces.missing > 0 && (
          <Chip clock>{t('receive.missedChip', { count: line.pieces.missing })}</Chip>
        )}
        <Chip>{say(line.reasonWords)}</Chip>
      </span>
    </button>
  );
}
