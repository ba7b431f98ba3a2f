import { useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { meQuery } from '../api/workspace.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { SignInPage } from './sign-in-page.tsx';
import { useIsSettled } from './use-is-settled.ts';
import { Waiting } from './waiting.tsx';

/** What every screen has beside itself; none of it is needed for the first sight. */
const Extras = lazy(() => import('./extras.tsx').then(({ Extras }) => ({ default: Extras })));

function Frame() {
  const t = useTranslations('app');
  useSuspenseQuery(meQuery);
  const isSettled = useIsSettled();
  return (
    <div className={classes.shell}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Navigation />
      <main id="content" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
      {isSettled && (
        <Suspense>
          <Extras />
        </Suspense>
      )}
    </div>
  );
}

/** The frame around the screens; the sign-in where nobody is signed in. */
export function Shell() {
  const { person } = useRouteContext({ from: '/inside' });
  return person ? <Frame /> : <SignInPage />;
}
