import { useEffect, useState } from 'react';
import { call, type Reply } from '../shared/api.ts';
import { isA } from '../shared/questions.ts';
import { useMay } from '../shared/signed-in.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { floor } from '../shared/words/floor.ts';
import type { Item } from './item-card.tsx';
import { BigPlace, Card, Quiet } from './parts.tsx';

export type Place = Reply<'GET /api/v1/items/:code/places'>['places'][number];

/** Where an item could be put, the best first; nothing until it is known, and nothing for what may not be moved. */
export function usePlaces(item: Item | undefined): readonly Place[] | undefined {
  const may = useMay();
  const [places, setPlaces] = useState<{ of: string; places: readonly Place[] }>();
  const movable = item?.openSteps.some((step) => isA(step, 'placing'));
  const code = movable && may('items.store') ? item?.code : undefined;
  const state = item?.state.id;
  const of = `${code} ${state}`;
  useEffect(() => {
    if (code === undefined) return;
    let gone = false;
    call('GET /api/v1/items/:code/places', { code }).then(
      (reply) => !gone && setPlaces({ of: `${code} ${state}`, places: reply.places }),
      // Without a proposal the operator still knows a place, and the server still checks it.
      () => !gone && setPlaces({ of: `${code} ${state}`, places: [] }),
    );
    return () => {
      gone = true;
    };
  }, [code, state]);
  return places?.of === of ? places.places : undefined;
}

/** Where it goes, as large as fits, and why there. */
export function PlaceProposal({ places, at }: { readonly places: readonly Place[]; readonly at: number }) {
  const t = useWords(floor);
  const say = useSay();
  const place = places[at % Math.max(1, places.length)];
  if (!place)
    return (
      <Card label={t('putAway.to')}>
        <Quiet>{t('putAway.noPlace')}</Quiet>
      </Card>
    );
  return <BigPlace label={t('putAway.to')} place={place.code} why={say(place.why)} />;
}
