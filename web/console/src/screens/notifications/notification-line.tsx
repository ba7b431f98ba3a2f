import {
  IconAlertTriangle,
  IconAt,
  IconBellRinging,
  IconCheckbox,
  IconDownload,
  IconHelpCircle,
  IconMail,
  IconMoodSad,
  IconRobot,
  IconUpload,
  IconUserPlus,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import classes from './notifications.module.css';
import { placeOf } from './place-of.ts';
import type { Notification } from './queries.ts';

const icons: Record<Notification['type'], ComponentType<{ size?: number }>> = {
  task_reminder: IconBellRinging,
  task_assigned: IconCheckbox,
  record_assigned: IconUserPlus,
  mention: IconAt,
  deal_idle: IconMoodSad,
  mail_received: IconMail,
  rule: IconRobot,
  rule_paused: IconAlertTriangle,
  webhook_paused: IconAlertTriangle,
  import_finished: IconUpload,
  export_ready: IconDownload,
  mail_doubtful: IconHelpCircle,
};

/** What happened, in the reader's language; the words of a rule are its own. */
function useWords() {
  const t = useTranslations('notifications');
  const what = ({ type, by, code = '', text }: Notification) =>
    type === 'rule' ? text : t(`what.${type}`, { by: by?.name ?? t('somebody'), code });
  const name = ({ record }: Notification) => {
    if (!record) return t('gone');
    if (record.name !== record.id) return record.name;
    const thing = `things.${record.kind}` as 'things.import';
    return t.has(thing) ? t(thing) : t('gone');
  };
  return { what, name };
}

function Words({ one }: { one: Notification }) {
  const t = useTranslations('notifications');
  const { ago, moment } = useFormats();
  const words = useWords();
  const Icon = icons[one.type];
  return (
    <>
      <span className={classes.icon} aria-hidden>
        <Icon size={16} />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{words.name(one)}</span>
        <span className={classes.what}>{words.what(one)}</span>
      </span>
      {!one.isRead && <span className="heard">{t('isUnread')}</span>}
      <time className={classes.when} dateTime={one.createdAt} title={moment(one.createdAt)}>
        {ago(one.createdAt)}
      </time>
      <span className={classes.dot} aria-hidden />
    </>
  );
}

/** What one is told of: it leads to the record, and is read with that. One that leads nowhere any more is read by a click. */
export function NotificationLine({ one, onRead }: { one: Notification; onRead: () => void }) {
  const place = placeOf(one, useMay());
  const props = { className: classes.line, 'data-unread': !one.isRead || undefined, onClick: onRead };
  return (
    <li>
      {place ? (
        <Link {...props} {...place}>
          <Words one={one} />
        </Link>
      ) : (
        <button type="button" {...props}>
          <Words one={one} />
        </button>
      )}
    </li>
  );
}
