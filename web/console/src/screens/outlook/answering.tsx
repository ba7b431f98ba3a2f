import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { WhyProvider } from './why-context.ts';

const OutlookCard = lazy(() =>
  import('./outlook-card.tsx').then(({ OutlookCard }) => ({ default: OutlookCard })),
);

type Asked = { contactId: string; place: DOMRect; from: Element | null };

/** Answers for all marks within it what they are made of: rows and cards come and go while one reads. The keys go back to where they were. */
export function Answering({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const ask = useCallback(
    (contactId: string, at: HTMLElement) =>
      setAsked({ contactId, place: at.getBoundingClientRect(), from: document.activeElement }),
    [],
  );
  const close = () => {
    setAsked(undefined);
    if (asked?.from instanceof HTMLElement) asked.from.focus({ preventScroll: true });
  };
  return (
    <WhyProvider value={ask}>
      {children}
      {asked && (
        <Suspense>
          <OutlookCard key={asked.contactId} {...asked} onClose={close} />
        </Suspense>
      )}
    </WhyProvider>
  );
}
