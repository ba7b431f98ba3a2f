import { lazy, Suspense } from 'react';
import type { Asked } from './desk.ts';

const LogCall = lazy(() => import('./log-call.tsx').then(({ LogCall }) => ({ default: LogCall })));
const PickDay = lazy(() => import('./pick-day.tsx').then(({ PickDay }) => ({ default: PickDay })));

/** The dialog that was asked for; each is loaded when it is first opened. */
export function Dialogs({ asked, close }: { asked: Asked | undefined; close: () => void }) {
  return (
    <Suspense>
      {asked?.what === 'call' && <LogCall asked={asked} close={close} />}
      {asked?.what === 'day' && <PickDay asked={asked} close={close} />}
    </Suspense>
  );
}
