import {
  createBrowserRouter,
  isRouteErrorResponse,
  Link,
  type RouteObject,
  useRouteError,
} from 'react-router';
import { Broken } from '../error-boundary.tsx';
import { useWords } from '../use-words.ts';
import { shell } from '../words/shell.ts';

/** The pages of a desk inside its frame. A page that breaks or does not exist leaves the frame standing. */
export const deskRouter = (basename: string, Frame: () => React.ReactNode, pages: RouteObject[]) =>
  createBrowserRouter(
    [
      {
        Component: Frame,
        ErrorBoundary: BrokenPage,
        HydrateFallback: () => null,
        children: [{ ErrorBoundary: BrokenPage, children: [...pages, { path: '*', Component: NoSuchPage }] }],
      },
    ],
    { basename },
  );

function BrokenPage() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NoSuchPage /> : <Broken error={error} />;
}

function NoSuchPage() {
  const t = useWords(shell);
  return (
    <div className="notice-page">
      <h1>{t('failure.noPage')}</h1>
      <p>{t('failure.noPageWhy')}</p>
      <Link to="/">{t('failure.toStart')}</Link>
    </div>
  );
}
