import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconClock, IconDots, IconMail, IconPhone, IconPhonePlus } from '@tabler/icons-react';
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../use-is-phone.ts';
import type { About } from './about.ts';
import classes from './line.module.css';
import type { Line } from './line.ts';
import { SnoozeItems } from './snooze-items.tsx';
import type { LineActs } from './use-line-acts.ts';

type Props = { line: Line; about: About; acts: LineActs };
const quiet = { variant: 'subtle', color: 'gray', className: classes.action } as const;
/** In its place on the page, so that it is part of its landmark; nothing in it has the focus that is no item. */
const menu = {
  position: 'bottom-end',
  shadow: 'md',
  width: 240,
  withinPortal: false,
  withInitialFocusPlaceholder: false,
} as const;

type MenuProps = { label: string; icon: ReactNode; children: () => ReactNode };
/** A button with a menu, which is made when it is first wanted: a day has many lines, and most of their menus nobody opens. */
function LineMenu({ label, icon, children }: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <ActionIcon {...quiet} data-act="snooze" aria-label={label} aria-haspopup="menu">
      {icon}
    </ActionIcon>
  );
  if (!isWanted) return cloneElement(button, { 'aria-expanded': false, onClick: () => setWanted(true) });
  return (
    <Menu {...menu} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown className={classes.menu}>{children()}</Menu.Dropdown>
    </Menu>
  );
}

/** Says what a button is for, where there is a mouse to ask by. */
function Hint({ label, children }: { label: string; children: ReactElement }) {
  return useIsPhone() ? children : <Tooltip label={label}>{children}</Tooltip>;
}

/** Dials, and asks what came of it; where there is no number, a call can be noted all the same. */
function CallButton({ about, acts }: Props) {
  const t = useTranslations('today');
  const { name = about.title, phone } = about;
  if (phone) {
    const label = t('callAt', { name, number: phone });
    return (
      <Hint label={label}>
        <ActionIcon
          {...quiet}
          component="a"
          href={`tel:${phone}`}
          data-act="call"
          aria-label={label}
          onClick={acts.log}
        >
          <IconPhone size={18} stroke={1.75} />
        </ActionIcon>
      </Hint>
    );
  }
  if (!acts.log || about.isLoading) return null;
  return (
    <Hint label={t('logCall')}>
      <ActionIcon {...quiet} data-act="call" aria-label={`${t('logCall')}: ${name}`} onClick={acts.log}>
        <IconPhonePlus size={18} stroke={1.75} />
      </ActionIcon>
    </Hint>
  );
}

function MailButton({ about: { title, name = title, address } }: Props) {
  const t = useTranslations('today');
  if (!address) return null;
  return (
    <Hint label={t('mail', { name })}>
      <ActionIcon {...quiet} component="a" href={`mailto:${address}`} aria-label={t('mail', { name })}>
        <IconMail size={18} stroke={1.75} />
      </ActionIcon>
    </Hint>
  );
}

function SnoozeMenu({ line, about: { title }, acts: { snooze } }: Props) {
  const t = useTranslations('today');
  if (!snooze) return null;
  const label = line.kind === 'task' ? t('snooze', { title }) : t('planFor', { title });
  return (
    <LineMenu label={label} icon={<IconClock size={18} stroke={1.75} />}>
      {() => <SnoozeItems line={line} snooze={snooze} />}
    </LineMenu>
  );
}

/** Under a thumb: what is not the call is behind one button. */
function MoreMenu({ line, about, acts }: Props) {
  const t = useTranslations('today');
  const { title, name = title, address } = about;
  if (!acts.snooze && !acts.log && !address) return null;
  return (
    <LineMenu label={t('moreOf', { title })} icon={<IconDots size={20} stroke={1.75} />}>
      {() => (
        <>
          {address && (
            <Menu.Item component="a" href={`mailto:${address}`} leftSection={<IconMail size={18} />}>
              {t('mail', { name })}
            </Menu.Item>
          )}
          {acts.log && (
            <Menu.Item leftSection={<IconPhonePlus size={18} />} onClick={acts.log}>
              {t('logCall')}
            </Menu.Item>
          )}
          {acts.snooze && <SnoozeItems line={line} snooze={acts.snooze} />}
        </>
      )}
    </LineMenu>
  );
}

export function LineActions({ isDone, ...props }: Props & { isDone: boolean }) {
  const common = useTranslations('common');
  const t = useTranslations('today');
  const isPhone = useIsPhone();
  const { about, acts } = props;
  if (isDone) {
    const label = t('undoOf', { title: about.title });
    return (
      <Button
        className={classes.undo}
        variant="light"
        size="compact-sm"
        onClick={acts.undo}
        aria-label={label}
      >
        {common('undo')}
      </Button>
    );
  }
  return (
    <div className={classes.actions}>
      <CallButton {...props} />
      {!isPhone && <MailButton {...props} />}
      {isPhone ? <MoreMenu {...props} /> : <SnoozeMenu {...props} />}
    </div>
  );
}
