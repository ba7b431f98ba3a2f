import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useUnread } from '../api/notifications.ts';
import classes from './shell.module.css';

const mostShown = 99;

/** How many notifications are unread, for who sees the page; its name says it to who hears it. */
export function UnreadCount() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className={classes.count} aria-hidden>
      {unread > mostShown ? `${mostShown}+` : unread}
    </span>
  );
}

/** The way to what one is told of: a bell beside the search, or in the drawer a line with its name. */
export function Bell({ isLine = false, onFollow }: { isLine?: boolean; onFollow?: () => void }) {
  const t = useTranslations('app');
  const unread = useUnread();
  return (
    <Link
      to="/notifications"
      className={isLine ? classes.place : `${classes.place} ${classes.bell}`}
      aria-label={t('notificationsUnread', { count: unread })}
      title={isLine ? undefined : t('notifications')}
      onClick={onFollow}
    >
      <IconBell size={isLine ? 20 : 18} stroke={1.75} aria-hidden />
      {isLine && <span style={{ flex: 1 }}>{t('notifications')}</span>}
      <UnreadCount />
    </Link>
  );
}
