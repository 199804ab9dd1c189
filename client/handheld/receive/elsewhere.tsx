import { useWords } from '../../shared/use-words.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { Quiet } from '../parts.tsx';
import { announcedIn, type Order, type Parcel } from './match.ts';

/** Why the parcel holds fewer than its return announced: the rest came before, or was reported missing. */
export function Elsewhere({ order, parcel }: { readonly order: Order; readonly parcel: Parcel }) {
  const t = useWords(dockLater);
  const lines = announcedIn(order);
  const sum = (of: 'here' | 'missing') => lines.reduce((all, { pieces }) => all + pieces[of], 0);
  const counted = parcel.counts.reduce((all, one) => all + one.counted, 0);
  const before = Math.max(0, sum('here') + counted - parcel.progress.here);
  const missing = sum('missing');
  return before + missing > 0 && <Quiet>{t('elsewhere', { before, missing })}</Quiet>;
}
