import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Code } from '../shared/code.tsx';
import type { Tone } from './feedback.ts';

type Button = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'>;

/** The one next step. */
export const PrimaryButton = ({ tone = 'neutral', ...button }: Button & { readonly tone?: Tone }) => (
  <button type="button" className={`primary tone-${tone}`} {...button} />
);

/** At most two things beside the next step. */
export const SideButtons = ({ children }: { readonly children: ReactNode }) => (
  <div className="sides">{children}</div>
);
export const SideButton = (button: Button) => <button type="button" className="side" {...button} />;

/** A white card; `label` stands small above what it holds. */
export const Card = ({ label, children }: { readonly label?: string; readonly children: ReactNode }) => (
  <section className="card">
    {label !== undefined && <h2 className="card-label">{label}</h2>}
    {children}
  </section>
);

/** What it is: a name, its code, and what must be known about it. */
export const Thing = ({
  name,
  code,
  children,
}: {
  readonly name: string;
  readonly code?: string | undefined;
  readonly children?: ReactNode;
}) => (
  <Card>
    <p className="thing-name">{name}</p>
    {code !== undefined && <Code>{code}</Code>}
    {children !== undefined && <div className="chips">{children}</div>}
  </Card>
);

/** A fact in two words; a `clock` is one that runs out. */
export const Chip = ({
  clock = false,
  children,
}: {
  readonly clock?: boolean;
  readonly children: ReactNode;
}) => <span className={clock ? 'chip clock' : 'chip'}>{children}</span>;

/** The count that matters, of how many. */
export const BigNumber = ({
  value,
  of,
  unit,
}: {
  readonly value: number;
  readonly of?: number | undefined;
  readonly unit?: string | undefined;
}) => (
  <p className="big-number">
    <b>{value}</b>
    {(of !== undefined || unit !== undefined) && (
      <span>
        {of === undefined ? '' : `/ ${of} `}
        {unit}
      </span>
    )}
  </p>
);

/** Where it goes, as large as fits, and in one line why there. */
export const BigPlace = ({
  label,
  place,
  why,
}: {
  readonly label: string;
  readonly place: string;
  readonly why?: string | undefined;
}) => (
  <section className="card big-place">
    <h2 className="card-label">{label}</h2>
    <p className="place">{place}</p>
    {why !== undefined && <p className="quiet">{why}</p>}
  </section>
);

export const Quiet = ({ children }: { readonly children: ReactNode }) => <p className="quiet">{children}</p>;
