import { floor } from '../../shared/words/floor.ts';
import { Asking } from '../asking.tsx';
import type { Receiving } from './use-receiving.ts';

/** Asks what is wrong with the next piece. */
export function NextIsWrong({ work, onClose }: { readonly work: Receiving; readonly onClose: () => void }) {
  return (
    <Asking
      step={{
        step: 'exception',
        button: floor.both('receive.nextIsWrong'),
        fields: [
          {
            name: 'exception',
            kind: 'code',
            list: 'exception',
            label: floor.both('ask.exception'),
            required: true,
          },
        ],
        kinds: [],
      }}
      onClose={onClose}
      onDone={({ exception }) => {
        onClose();
        work.change({ exception: String(exception) });
      }}
    />
  );
}
