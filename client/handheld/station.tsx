import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Code } from '../shared/code.tsx';
import { useConnection } from '../shared/connection.ts';
import { later } from '../shared/later.tsx';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { shell } from '../shared/words/shell.ts';
import { warning } from './answer.ts';
import { Banner, Reasons } from './banner.tsx';
import { play } from './feedback.ts';
import { Header } from './header.tsx';
import { Card, PrimaryButton } from './parts.tsx';
import { usePath } from './path.ts';
import { type Problem, Problems } from './problems.tsx';
import { Rows } from './rows.tsx';
import { placeOfScans } from './scanner/kept-scans.ts';
import { ScanBox } from './scanner/scan-box.tsx';
import { useScans } from './scanner/use-scans.ts';
import type { StationState } from './use-station.ts';

export const choiceSheet = () => import('./choice-sheet.tsx');
const ChoiceSheet = later(choiceSheet, 'ChoiceSheet', null);

interface StationProps {
  readonly station: StationState;
  readonly title: string;
  /** What to scan now. */
  readonly hint: string;
  readonly onScan: (text: string) => Promise<unknown>;
  /** One PrimaryButton and at most two SideButtons. */
  readonly buttons?: ReactNode;
  /** What can be reported about the thing on the screen. */
  readonly problems?: readonly Problem[];
  readonly children: ReactNode;
}

/**
 * The frame of every station: who and where above, the answer, the work, the next step, and below the scan box and
 * the exception key that never move. While an error stands, it takes the place of the work; a press or the next scan
 * takes it off.
 */
export function Station({ station, title, hint, onScan, buttons, problems, children }: StationProps) {
  const t = useWords(handheld);
  const { answer, kept, run, clear } = station;
  const error = answer?.tone === 'error';
  const scan = useCallback(
    (text: string) => {
      if (error) clear();
      return run(() => onScan(text));
    },
    [error, clear, run, onScan],
  );
  const { id, warehouse } = useMe();
  const { online } = useConnection();
  const place = useRef(placeOfScans(id, warehouse?.id, usePath())).current;
  const { waiting, count, slow, take } = useScans(place, scan, {
    ...{ refused: error, asked: answer?.tone === 'warning', shown: answer?.id },
    busy: station.busy,
  });
  const [asking, setAsking] = useState(false);
  const isLate = slow || !online;
  // What is pressed now would be lost: nothing takes a press until it is done, but for what is asked meanwhile.
  const busy = station.busy && kept === null && station.choice === null && !error;
  const waits = kept !== null || (count > 0 && station.choice === null && isLate);
  const takeOrKeep = (text: string) => {
    // No answer comes for it now: ears and hands hear that it is kept.
    if (waits || !online) play('warning');
    take(text);
  };
  return (
    <div className={`screen tone-${toneOf(answer, waits)}`} data-busy={busy || undefined}>
      <Header title={title} back pending={count} />
      <Banner station={station} waiting={waits ? Math.max(1, count) : 0} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the arrow keys, too */}
      <main className="screen-main" tabIndex={0} aria-busy={station.busy}>
        {error ? (
          <>
            <Reasons answer={answer} />
            {waiting.length > 0 && <Waiting label={t('answer.waitingScans')} scans={waiting} />}
          </>
        ) : kept ? (
          <Waiting label={t('answer.keptScans')} scans={[kept.about, ...waiting]} why={t('answer.keptWhy')} />
        ) : (
          children
        )}
      </main>
      <section className="screen-actions" aria-label={t('key.next')}>
        <Actions station={station} buttons={buttons} />
      </section>
      <footer className="foot">
        <ScanBox
          hint={error ? t('scan.nextOrAcknowledge') : hint}
          onScan={takeOrKeep}
          onRefused={() => station.tell(warning(handheld.both('scan.composing')))}
        />
        <button type="button" className="exception" onClick={() => setAsking(true)}>
          {t('key.exception')}
        </button>
      </footer>
      {station.choice && <ChoiceSheet choice={station.choice} />}
      {asking && <Problems problems={problems ?? []} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** An error stands before all; while something waits, nothing is green. */
const toneOf = (answer: StationState['answer'], waits: boolean) =>
  waits && answer?.tone !== 'error' ? 'warning' : (answer?.tone ?? 'neutral');

function Actions({ station, buttons }: Pick<StationProps, 'station' | 'buttons'>) {
  const t = useWords(handheld);
  const again = useWords(shell)('retry');
  if (station.answer?.tone === 'error')
    return (
      <PrimaryButton tone="error" onClick={station.clear}>
        {t('key.acknowledge')}
      </PrimaryButton>
    );
  if (station.kept)
    return (
      <PrimaryButton tone="warning" onClick={station.kept.again}>
        {again}
      </PrimaryButton>
    );
  return buttons;
}

/** What was scanned and is not done yet; nothing of it is lost. */
const Waiting = ({
  label,
  scans,
  why,
}: {
  readonly label: string;
  readonly scans: readonly string[];
  readonly why?: string;
}) => (
  <Card label={label}>
    <Rows rows={scans.map((scan, i) => ({ id: `${i} ${scan}`, title: <Code>{scan}</Code> }))} />
    {why && <p className="quiet">{why}</p>}
  </Card>
);
