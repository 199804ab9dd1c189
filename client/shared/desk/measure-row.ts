import { cloneElement, isValidElement, type ReactNode } from 'react';

/** The table measures its columns with a hidden copy of its head: nobody may reach the checkbox in that. */
export const outOfReach = (measureRow: ReactNode) =>
  isValidElement<{ inert?: boolean }>(measureRow) ? cloneElement(measureRow, { inert: true }) : measureRow;
