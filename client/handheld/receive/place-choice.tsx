import { useEffect, useState } from 'react';
import { call } from '../../shared/api.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { Card, Quiet, SideButton } from '../parts.tsx';

const MAX_PLACES_SHOWN = 6;

/** The receiving places of the house, for a receiver whose dock has no label to scan. */
export function PlaceChoice({ onChoose }: { readonly onChoose: (place: string) => void }) {
  const t = useWords(floor);
  const [places, setPlaces] = useState<readonly string[]>([]);
  useEffect(() => {
    call('GET /api/v1/locations', { receives: 'yes', active: 'yes', page: 1, size: MAX_PLACES_SHOWN }).then(
      ({ rows }) => setPlaces(rows.map(({ code }) => code)),
      // The label of the place can be scanned all the same.
      () => setPlaces([]),
    );
  }, []);
  return (
    <Card label={t('receive.where')}>
      <Quiet>{t('receive.scanPlaceOrTap')}</Quiet>
      <div className="tiles">
        {places.map((code) => (
          <SideButton key={code} onClick={() => onChoose(code)}>
            <span className="code">{code}</span>
          </SideButton>
        ))}
      </div>
    </Card>
  );
}
