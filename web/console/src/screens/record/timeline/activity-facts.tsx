import { Anchor } from '@mantine/core';
import { Fragment } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Activity } from '../../../../../client/src/index.ts';
import { useUsers } from '../../../api/people.ts';
import { useFormats } from '../../../parts/format.ts';
import { RecordLink } from '../../../parts/record-link.tsx';
import classes from './timeline.module.css';

function CallFacts({ call }: { call: NonNullable<Activity['call']> }) {
  const t = useTranslations('record');
  const { outcome, durationMs, from, to } = call;
  const minutes = durationMs === undefined ? undefined : Math.max(1, Math.round(durationMs / 60_000));
  return (
    <>
      {outcome && <span>{t(`outcomes.${outcome}`)}</span>}
      {minutes !== undefined && <span>{t('minutes', { count: minutes })}</span>}
      {from && <span>{t('from', { who: from })}</span>}
      {to && <span>{t('to', { who: to })}</span>}
    </>
  );
}

function Attendees({ attendees }: { attendees: NonNullable<Activity['meeting']>['attendees'] }) {
  const users = useUsers();
  return attendees.map(({ contactId, userId, name, email }, at) => {
    const known = users.find((user) => user.id === userId)?.name ?? name ?? email;
    return (
      <Fragment key={contactId ?? userId ?? email ?? name}>
        {at > 0 && ', '}
        {contactId ? <RecordLink kind="contact" id={contactId} /> : known}
      </Fragment>
    );
  });
}

function MeetingFacts({
  meeting,
  at,
}: {
  meeting: NonNullable<Activity['meeting']>;
  at: string | undefined;
}) {
  const t = useTranslations('record');
  const { moment, timeZone } = useFormats();
  const format = useFormatter();
  const { endsAt } = meeting;
  const span = (from: string, to: string) =>
    format.dateTimeRange(new Date(from), new Date(to), { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {at && <span>{endsAt && endsAt > at ? span(at, endsAt) : moment(at)}</span>}
      {meeting.location && <span>{meeting.location}</span>}
      {meeting.attendees.length > 0 && (
        <span>
          {t('with')} <Attendees attendees={meeting.attendees} />
        </span>
      )}
    </>
  );
}

/** What else is known of an activity, in one quiet line. */
export function ActivityFacts({ activity }: { activity: Partial<Activity> }) {
  const { call, meeting, pageView, at } = activity;
  if (!call && !meeting && !pageView) return null;
  return (
    <div className={classes.facts}>
      {call && <CallFacts call={call} />}
      {meeting && <MeetingFacts meeting={meeting} at={at} />}
      {pageView && (
        <Anchor href={pageView.url} target="_blank" rel="noreferrer" inherit>
          {pageView.title ?? pageView.url}
        </Anchor>
      )}
    </div>
  );
}
