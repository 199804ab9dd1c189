import { useState } from 'react';
import { useSay, useWords } from '../../shared/use-words.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { floor } from '../../shared/words/floor.ts';
import { AskCount } from '../ask.tsx';
import { PrimaryButton, Quiet, SideButton } from '../parts.tsx';
import { useScanAnswer } from '../scanner/use-scan-answer.ts';
import { Sheet } from '../sheet.tsx';
import { expectedOf, type Line } from './match.ts';
import { awaitSerial, countOne } from './scan.ts';
import type { Receiving } from './use-receiving.ts';

/** What can be done with a line without its barcode: count one, say how many, or say that it has no serial. */
export function LineSheet({
  work,
  line,
  onClose,
}: {
  readonly work: Receiving;
  readonly line: Line;
  readonly onClose: () => void;
}) {
  const t = useWords(floor);
  const l = useWords(dockLater);
  const say = useSay();
  const [counting, setCounting] = useState(false);
  const order = work.order.now;
  const [piece] = order ? expectedOf(order, line) : [];
  const doing = (what: () => unknown) => () => {
    onClose();
    void work.station.run(async () => what());
  };
  return (
    <Sheet title={say(line.name)} onClose={onClose}>
      {!piece && <Quiet>{l('lineFull')}</Quiet>}
      {piece && counting && (
        <HowMany
          words={l('howMany', { count: piece.quantity })}
          most={piece.quantity}
          give={(quantity) => doing(() => work.receive(piece, { quantity }))()}
        />
      )}
      {piece && !counting && (
        <>
          {line.serialTracked && (
            <PrimaryButton onClick={doing(() => awaitSerial(work, line))}>{l('scanSerial')}</PrimaryButton>
          )}
          {piece.quantity > 1 ? (
            <>
              <PrimaryButton onClick={() => setCounting(true)}>{l('sayHowMany')}</PrimaryButton>
              <SideButton onClick={doing(() => countOne(work, line, piece))}>{l('countOne')}</SideButton>
            </>
          ) : (
            <SideButton
              onClick={doing(() => work.receive(piece, line.serialTracked ? { noSerial: true } : {}))}
            >
              {line.serialTracked ? t('receive.withoutSerial') : l('takeOne')}
            </SideButton>
          )}
        </>
      )}
    </Sheet>
  );
}

function HowMany({
  words,
  most,
  give,
}: {
  readonly words: string;
  readonly most: number;
  readonly give: (quantity: number) => void;
}) {
  const { wrong } = useScanAnswer('count', words, () => {});
  return (
    <>
      <h3 className="ask-title">{words}</h3>
      <p className="reason strong" role="alert">
        {wrong}
      </p>
      <AskCount most={most} give={give} />
    </>
  );
}
