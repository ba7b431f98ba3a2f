import { Button, Group } from '@mantine/core';
import { IconClock, IconEye, IconPaperclip, IconSend } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../../app/me.ts';
import { BlankMenu } from './blank-menu.tsx';
import classes from './mail.module.css';

export type Extra = 'attach' | 'later' | 'preview';
const icons: Record<Extra, ComponentType<{ size?: number }>> = {
  attach: IconPaperclip,
  later: IconClock,
  preview: IconEye,
};
type Props = {
  extras: readonly Extra[];
  isOfDeal: boolean;
  toggle: (extra: Extra) => void;
  insert: (blank: string) => void;
  end: () => void;
  submit: () => void;
  isLater: boolean;
  canSend: boolean;
  isSending: boolean;
};

/** What can be added to a mail, and what becomes of it. */
export function MailFoot({
  extras,
  isOfDeal,
  toggle,
  insert,
  end,
  submit,
  isLater,
  canSend,
  isSending,
}: Props) {
  const t = useTranslations('mailOut.write');
  const common = useTranslations('common');
  const may = useMay();
  const offered: Extra[] = may('templates:read') ? ['attach', 'later', 'preview'] : ['attach', 'later'];
  return (
    <div className={classes.foot}>
      <Group gap={2}>
        <BlankMenu isOfDeal={isOfDeal} onChoose={insert} />
        {offered.map((extra) => {
          const Icon = icons[extra];
          const isOn = extras.includes(extra);
          return (
            <Button
              key={extra}
              variant={isOn ? 'light' : 'subtle'}
              px="xs"
              aria-pressed={isOn}
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => toggle(extra)}
            >
              {t(extra)}
            </Button>
          );
        })}
      </Group>
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={end}>
          {common('cancel')}
        </Button>
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!canSend}
          loading={isSending}
          onClick={submit}
        >
          {t(isLater ? 'schedule' : 'send')}
        </Button>
      </Group>
    </div>
  );
}
