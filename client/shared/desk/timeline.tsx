import type { ReactNode } from 'react';
import { When } from '../when.tsx';

export interface Happening {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  /** Who, and whatever else stands beside the time. */
  readonly by?: ReactNode;
  readonly children?: ReactNode;
}

/** What happened, the newest first, on a line. */
export const Timeline = ({
  label,
  happened,
}: {
  readonly label: string;
  readonly happened: readonly Happening[];
}) => (
  <ol className="timeline" aria-label={label}>
    {happened.map(({ key, at, title, by, children }) => (
      <li key={key}>
        <div className="timeline-title">{title}</div>
        <div className="timeline-when">
          <When at={at} />
          {by}
        </div>
        {children}
      </li>
    ))}
  </ol>
);
