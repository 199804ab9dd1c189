import { useEffect, useState } from 'react';
import { call, type Reply } from '../shared/api.ts';
import { isA } from '../shared/questions.ts';
import { useMay } from '../shared/signed-in.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { floorLater } from '../shared/words/floor-later.ts';
import { type Answer, warning } from './answer.ts';
import type { Item } from './item-card.tsx';
import { BigPlace, Card, Quiet } from './parts.tsx';
import type { StationState } from './use-station.ts';

export type Proposals = Pick<Reply<'GET /api/v1/items/:code/places'>, 'places' | 'none'>;
/** Without a proposal the operator still knows a place, and the server still checks it. */
const unknown: Proposals = { places: [], none: null };

const ask = (code: string): Promise<Proposals> =>
  call('GET /api/v1/items/:code/places', { code }).catch(() => unknown);

/** Where an item could be put, the best first; nothing until it is known, and nothing for what may not be moved. */
export function usePlaces(item: Item | undefined): Proposals | undefined {
  const may = useMay();
  const [proposed, setProposed] = useState<{ of: string; proposals: Proposals }>();
  const movable = item?.openSteps.some((step) => isA(step, 'placing'));
  const code = movable && may('items.store') ? item?.code : undefined;
  const state = item?.state.id;
  const of = `${code} ${state}`;
  useEffect(() => {
    if (code === undefined) return;
    let gone = false;
    void ask(code).then((proposals) => !gone && setProposed({ of: `${code} ${state}`, proposals }));
    return () => {
      gone = true;
    };
  }, [code, state]);
  return proposed?.of === of ? proposed.proposals : undefined;
}

/** What to say before it goes to another place than proposed; nothing for one of them, or where it may not lie. */
async function otherThanProposed(
  code: string,
  place: string,
  known: Proposals | undefined,
): Promise<Answer | undefined> {
  const isProposed = ({ places }: Proposals) => places.some((one) => one.code === place);
  if (known && isProposed(known)) return undefined;
  const now = await call('GET /api/v1/items/:code/places', { code, at: place });
  const [best] = now.places;
  // Where it may not lie the step itself is refused, and says why.
  if (!best || !now.mayLieAt || isProposed(now)) return undefined;
  return warning(floorLater.both('putAway.otherPlace'), {
    why: floorLater.both('putAway.otherWhy', { proposed: best.code }),
    next: floorLater.both('putAway.otherNext', { place }),
  });
}

/** Another place than proposed is asked for once more, with the reason on the screen until then. */
export function useOtherPlace(station: StationState, proposals: Proposals | undefined) {
  const [other, setOther] = useState<{ readonly place: string; readonly answer: Answer }>();
  return {
    answer: other?.answer,
    forget: () => setOther(undefined),
    /** Whether this item is not put there yet, but asked about. */
    isAsked: async (code: string, place: string) => {
      if (other?.place === place) return false;
      // What was asked about another place is off the screen, and no longer half answered.
      setOther(undefined);
      const answer = await otherThanProposed(code, place, proposals);
      if (answer) {
        setOther({ place, answer });
        station.tell(answer);
      }
      return answer !== undefined;
    },
  };
}

/** Where it goes, as large as fits, and why there; or why nowhere, and what to do about it. */
export function PlaceProposal({ proposals, at }: { readonly proposals: Proposals; readonly at: number }) {
  const t = useWords(floorLater);
  const say = useSay();
  const { places, none } = proposals;
  const place = places[at % Math.max(1, places.length)];
  if (!place)
    return (
      <Card label={t('putAway.to')}>
        <Quiet>{none ? say(none) : t('putAway.noPlace')}</Quiet>
      </Card>
    );
  return <BigPlace label={t('putAway.to')} place={place.code} why={say(place.why)} />;
}
