import { useEffect, useState } from 'react';

const restMs = 120;

/** Whether a row has stayed for a moment: one that only flies by asks for nothing. */
export function useIsResting(): boolean {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), restMs);
    return () => clearTimeout(timer);
  }, []);
  return isResting;
}
