import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWatched } from './watched.ts';

const ExportStrip = lazy(() =>
  import('./export-strip.tsx').then(({ ExportStrip: Strip }) => ({ default: Strip })),
);

/** Their own page has them all. */
const ownPage = '/settings/exports';

/** The exports that somebody waits for, on every other screen and after a reload; nothing is asked where there are none. */
export function ExportNotice() {
  const { watched } = useWatched();
  const isOwnPage = useLocation({ select: ({ pathname }) => pathname === ownPage });
  if (watched.length === 0 || isOwnPage) return null;
  return (
    <Suspense>
      <ExportStrip />
    </Suspense>
  );
}
