import { isA } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { type Ticket, TicketCard, TicketFacts } from '../bench/ticket-card.tsx';
import { TicketChoice } from '../bench/ticket-choice.tsx';
import { useBench } from '../bench/use-bench.ts';
import { ItemCard, ItemPlace } from '../item-card.tsx';
import { OpenSteps } from '../open-steps.tsx';
import { PrimaryButton, Quiet } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';

/** Scan the thing or its ticket; the repair goes on from where it is. */
export function Bench() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const work = useBench();
  const { station, item, ticket } = work;
  const { problems, asking } = useItemProblems(
    item,
    (step, answers) => void station.run(() => work.takeStep(step, answers)),
  );
  const ticketSteps = ticket?.openSteps ?? [];
  const repairing = ticket !== undefined && ticketSteps.length > 0;
  return (
    <Station
      station={station}
      title={t('station.bench')}
      hint={t('scan.ticket')}
      onScan={work.scan}
      problems={item ? [{ label: f('bench.leave'), report: work.leave }, ...problems] : problems}
      buttons={
        item && (
          <OpenSteps
            key={`${item.code} ${item.state.id} ${ticket?.state.id} ${ticket?.diagnosis}`}
            steps={repairing ? ticketSteps : item.openSteps}
            undo={item.undo}
            first={repairing ? nextOf(ticket) : 'startRepair'}
            instead={
              ticket?.answerBy && <PrimaryButton onClick={work.leave}>{f('bench.leave')}</PrimaryButton>
            }
            about={{ exporter: item.exporter?.code, item }}
            beside={
              repairing ? (
                <PhotoButton station={station} of="ticket" code={ticket.code} />
              ) : (
                <PhotoButton station={station} of="item" code={item.code} />
              )
            }
            onStep={(step, answers) => void station.run(() => work.takeStep(step, answers))}
          />
        )
      }
    >
      {!item && (
        <TicketChoice
          hint={t('start.bench')}
          onChoose={(code) => void station.run(() => work.openTicket(code))}
        />
      )}
      {ticket && <TicketCard ticket={ticket} />}
      {ticket && <TicketFacts ticket={ticket} />}
      {item && !ticket && <ItemCard item={item} />}
      {item && !ticket && <ItemPlace item={item} />}
      {ticket?.answerBy && <Quiet>{f('bench.waits')}</Quiet>}
      {asking}
    </Station>
  );
}

/** A diagnosis may be made again; once there is one, the price is next. */
const nextOf = ({ diagnosis, openSteps }: Ticket) =>
  diagnosis && openSteps.some((step) => isA(step, 'diagnosis')) ? 'quote' : undefined;
