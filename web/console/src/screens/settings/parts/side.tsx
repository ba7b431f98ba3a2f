import { Drawer } from '@mantine/core';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { DiscardQuestion } from './discard-question.tsx';
import { SideContext } from './side-context.ts';

type Props = { title: string; opened: boolean; onClose: () => void; children: ReactNode };

/** What is looked at or filled in beside the page: at the right of a desk's screen, over the whole of a phone's. */
export function SideDrawer({ title, opened, onClose, children }: Props) {
  const t = useTranslations('common');
  const isPhone = useIsPhone();
  const isDirty = useRef(false);
  const over = useRef(0);
  const [isAsking, setIsAsking] = useState(false);
  // A press of Escape is heard by every dialog that is open when it is made: what it opens or closes counts from the next one on.
  const hold = useCallback(() => {
    over.current++;
    return () => void setTimeout(() => over.current--);
  }, []);
  const close = () => {
    if (over.current > 0) return;
    if (isDirty.current) setTimeout(() => setIsAsking(true));
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
      <SideContext value={{ setDirty, close, hold }}>
        {children}
        <DiscardQuestion opened={isAsking} onKeep={() => setIsAsking(false)} onDiscard={discard} />
      </SideContext>
    </Drawer>
  );
}
