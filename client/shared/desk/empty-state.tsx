import type { ReactNode } from 'react';
import { BoxIcon } from '../icons.tsx';

/** Nothing here yet: what it is, what would fill it, and perhaps the button that does. */
export const EmptyState = ({
  title,
  why,
  action,
}: {
  readonly title: string;
  readonly why: string;
  readonly action?: ReactNode;
}) => (
  <div className="empty-state">
    <span className="empty-state-mark">
      <BoxIcon size={28} />
    </span>
    <h2>{title}</h2>
    <p>{why}</p>
    {action}
  </div>
);
