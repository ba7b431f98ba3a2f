import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

/** What a drawer or dialog shows; it keeps showing it while it closes. */
export function useOpened<T>() {
  const [shown, setShown] = useState<T>();
  const [isOpen, { open, close }] = useDisclosure();
  return {
    shown,
    isOpen,
    close,
    open: (what: T) => {
      setShown(what);
      open();
    },
  };
}
