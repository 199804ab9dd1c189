import type { ReactNode } from 'react';

export interface Row {
  readonly id: string;
  readonly title: ReactNode;
  readonly quiet?: ReactNode;
  /** What stands at its end: a count, a place, a mark. */
  readonly end?: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly current?: boolean;
}

/** One below the other; a row that can be pressed is as high as a finger. */
export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ul className="rows">
    {rows.map(({ id, onPress, current = false, ...row }) => (
      <li key={id} aria-current={current || undefined}>
        {onPress ? (
          <button type="button" className="row" onClick={onPress}>
            <Inside {...row} />
          </button>
        ) : (
          <div className="row">
            <Inside {...row} />
          </div>
        )}
      </li>
    ))}
  </ul>
);

const Inside = ({ title, quiet, end }: Pick<Row, 'title' | 'quiet' | 'end'>) => (
  <>
    <span className="row-words">
      <span className="row-title">{title}</span>
      {quiet !== undefined && <span className="quiet">{quiet}</span>}
    </span>
    {end !== undefined && <span className="row-end">{end}</span>}
  </>
);
