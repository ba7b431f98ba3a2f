import { lazy, Suspense } from 'react';
import { useWatched } from './watched.ts';

const ExportStrip = lazy(() =>
  import('./export-strip.tsx').then(({ ExportStrip: Strip }) => ({ default: Strip })),
);

/** The exports that somebody waits for, on every screen and after a reload; nothing is asked where there are none. */
export function ExportNotice() {
  const { watched } = useWatched();
  if (watched.length === 0) return null;
  return (
    <Suspense>
      <ExportStrip />
    </Suspense>
  );
}
