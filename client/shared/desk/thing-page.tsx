import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../failure.ts';
import { FailureAlert } from './failure-alert.tsx';
import { Page } from './page.tsx';

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Failure | null;
  readonly refetch: () => unknown;
}
interface Shown {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly main: ReactNode;
  /** What stands on the right, or below on a small screen. */
  readonly aside?: ReactNode;
}

/** The page of one thing: while it comes, when it cannot be had, and when it is there. */
export function ThingPage<T>({
  asked: { data, error, refetch },
  waiting,
  show,
}: {
  readonly asked: Asked<T>;
  /** The title until the thing is here. */
  readonly waiting: string;
  readonly show: (thing: T) => Shown;
}) {
  if (error)
    return (
      <Page title={waiting}>
        <FailureAlert failure={error} retry={() => void refetch()} />
      </Page>
    );
  if (data === undefined)
    return (
      <Page title={waiting}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </Page>
    );
  const { title, about, actions, main, aside } = show(data);
  return (
    <Page title={title} about={about} actions={actions}>
      <div className={aside ? 'thing' : 'thing alone'}>
        <div className="thing-main">{main}</div>
        {aside && <aside className="thing-aside">{aside}</aside>}
      </div>
    </Page>
  );
}
