import { useSay, useWords } from '../../shared/use-words.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { labelsOf, openPaper } from '../labels.ts';
import { SideButton } from '../parts.tsx';
import { undoTogether } from './together.ts';
import type { Receiving } from './use-receiving.ts';

/** Of all lots that one press took in: take them back, and a label for each. */
export function TogetherButtons({ work }: { readonly work: Receiving }) {
  const t = useWords(dockLater);
  const say = useSay();
  const { together } = work.job.now;
  const count = together.length;
  const undo = work.last.now?.openSteps.find(({ step }) => step === work.last.now?.undo);
  return (
    <>
      {undo && (
        <SideButton onClick={() => void work.station.run(() => undoTogether(work))}>
          {say(undo.button)}
          {t('ofAll', { count })}
        </SideButton>
      )}
      <SideButton onClick={() => openPaper(labelsOf(together.map(({ code }) => code)))}>
        {t('labels', { count })}
      </SideButton>
    </>
  );
}
