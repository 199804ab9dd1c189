import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { hasBattery } from '../item-card.tsx';
import { Chip } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import type { Job } from './job.ts';
import {
  announcedIn,
  type Counts,
  countedByOthers,
  countsOf,
  extraIn,
  type Line,
  lineCount,
  type Order,
  type Parcel,
} from './match.ts';

interface LinesProps {
  readonly order: Order;
  readonly job: Job;
  readonly parcel: Parcel | undefined;
  readonly onPress: (line: Line) => void;
}
const MAX_LARGE_LINES = 2;

/** How many of each line are here. The one that was touched last is large; with few lines all are. */
export function Lines({ order, job, parcel, onPress }: LinesProps) {
  const say = useSay();
  const t = useWords(floor);
  const counts = countsOf(parcel, order);
  const lines = announcedIn(order);
  const extra = extraIn(order);
  const large = lines.filter(({ number }) => lines.length <= MAX_LARGE_LINES || number === job.line);
  const small = lines.filter((line) => !large.includes(line));
  return (
    <>
      {large.map((line) => (
        <LargeLine
          key={line.number}
          {...{ job, counts, line, onPress }}
          others={countedByOthers(parcel).filter(
            (one) => one.order === order.code && one.line === line.number,
          )}
        />
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

interface LargeLineProps extends Pick<LinesProps, 'job' | 'onPress'> {
  readonly counts: Counts;
  readonly line: Line;
  readonly others: Parcel['counts'];
}
function LargeLine({ job, counts, line, others, onPress }: LargeLineProps) {
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
        {others.map(({ by, counted }) => (
          <Chip key={by}>{t('receive.countedBy', { who: by ?? '', count: counted })}</Chip>
        ))}
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
