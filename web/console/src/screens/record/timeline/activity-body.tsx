import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Activity, TimelineEntry } from '../../../../../client/src/index.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { recordQuery } from '../../../api/records.ts';
import { Mentioning } from '../../../parts/mentioning.tsx';
import { ActivityFacts } from './activity-facts.tsx';
import { activityQuery } from './activity-query.ts';
import { type Desk, deskWith, isOf, useAddressee } from './mail/desk.ts';
import { MailBody } from './mail-body.tsx';
import { Submission } from './submission.tsx';
import classes from './timeline.module.css';

export type ActivityLine = Extract<TimelineEntry, { type: 'activity' }>;
/** Of these the timeline leaves something out that its line shows. */
const hasMore = (kind: string) => ['call', 'meeting', 'form_submission', 'email', 'page_view'].includes(kind);
const mostInLine = 500;

type Props = { kind: ListedKind; id: string; entry: ActivityLine };

/** What an activity says beside a mail: what was spoken of, what was filled in. */
function Said({ kind, id, entry, activity }: Props & { activity: Activity | undefined }) {
  const { subject, contactId, text: shown } = entry.activity;
  const text = activity?.text ?? shown;
  if (!subject && !text && !activity) return null;
  return (
    <div className={classes.card}>
      {subject && <Text fw={500}>{subject}</Text>}
      {text && (
        <div className={classes.text}>
          <Mentioning text={text} />
        </div>
      )}
      <ActivityFacts activity={activity ?? {}} />
      {activity?.submission && (
        <Submission
          kind={kind}
          id={id}
          activityId={entry.id}
          contactId={contactId}
          text={text}
          {...activity.submission}
        />
      )}
    </div>
  );
}

/** Where mail of a contact is answered on the page of a record: of a deal, where it is its contact's. */
function useAnswering(kind: ListedKind, id: string, contactId: string | undefined): Desk | undefined {
  const { data: shown } = useQuery({ ...recordQuery(kind, id), enabled: false });
  const contact = useAddressee(kind, shown);
  if (kind === 'contact') return { contactId: id };
  return shown && contact && isOf(contact, contactId) ? deskWith(kind, shown, contact) : undefined;
}

/** What an activity says: what was spoken of, the mail, what was filled in. */
export function ActivityBody({ kind, id, entry }: Props) {
  const { kind: what, subject, text, direction, contactId, mail: fate } = entry.activity;
  const isCut = (text?.length ?? 0) >= mostInLine;
  const { data } = useQuery({ ...activityQuery(entry.id), enabled: hasMore(what) || isCut });
  const answers = useAnswering(kind, id, contactId);
  if (what !== 'email') return <Said kind={kind} id={id} entry={entry} activity={data} />;
  return (
    <MailBody
      id={entry.id}
      subject={subject}
      text={text}
      mail={data?.mail}
      answers={answers}
      isOurs={direction === 'outbound'}
      fate={fate}
    />
  );
}
