import { useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { Quiet, SideButton } from './parts.tsx';
import { go } from './path.ts';
import { Sheet } from './sheet.tsx';

/** Something that can be reported: its button, and what it does. */
export interface Problem {
  readonly label: string;
  readonly report: () => void;
}

/** What the exception key opens: at every station, at any time. */
export function Problems({
  problems,
  onClose,
}: {
  readonly problems: readonly Problem[];
  readonly onClose: () => void;
}) {
  const t = useWords(handheld);
  return (
    <Sheet title={t('exception.title')} onClose={onClose}>
      {problems.length === 0 && <Quiet>{t('exception.none')}</Quiet>}
      {problems.map(({ label, report }) => (
        <SideButton
          key={label}
          onClick={() => {
            onClose();
            report();
          }}
        >
          {label}
        </SideButton>
      ))}
      <SideButton onClick={() => go('find')}>{t('exception.find')}</SideButton>
      <SideButton onClick={() => go('')}>{t('exception.stations')}</SideButton>
    </Sheet>
  );
}
