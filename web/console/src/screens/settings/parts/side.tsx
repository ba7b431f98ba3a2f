import { Drawer } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { DiscardQuestion } from './discard-question.tsx';

type Side = { setDirty: (isDirty: boolean) => void; close: () => void };
const SideContext = createContext<Side>({ setDirty: () => undefined, close: () => undefined });
/** The drawer that something stands in; closing it asks first where something would be lost. */
export const useSide = () => useContext(SideContext);

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** What is looked at or filled in beside the page: at the right of a desk's screen, over the whole of a phone's. */
export function SideDrawer({ title, opened, onClose, children }: Props) {
  const t = useTranslations('common');
  const isPhone = useIsPhone();
  const isDirty = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  const close = () => {
    if (isDirty.current) setIsAsking(true);
    else onClose();
  };
  const discard = () => {
    isDirty.current = false;
    setIsAsking(false);
    onClose();
  };
  const setDirty = (dirty: boolean) => {
    isDirty.current = dirty;
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      title={title}
      position="right"
      size={isPhone ? '100%' : 520}
      padding="lg"
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontWeight: 600, fontSize: 16, overflowWrap: 'anywhere' } }}
    >
      <SideContext value={{ setDirty, close }}>{children}</SideContext>
      <DiscardQuestion opened={isAsking} onKeep={() => setIsAsking(false)} onDiscard={discard} />
    </Drawer>
  );
}

/** Tells the drawer around whether something is typed that closing it would lose. */
export function useDirtySide(isDirty: boolean): void {
  const { setDirty } = useSide();
  useEffect(() => {
    setDirty(isDirty);
    return () => setDirty(false);
  });
}
