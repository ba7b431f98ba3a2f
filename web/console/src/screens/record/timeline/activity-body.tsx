import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Activity, TimelineEntry } from '../../../../../client/src/index.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { Mentioning } from '../../../parts/mentioning.tsx';
import { ActivityFacts } from './activity-facts.tsx';
import { activityQuery } from './activity-query.ts';
import { MailBody } from './mail-body.tsx';
import { Submission } from './submission.tsx';
import classes from './timeline.module.css';

export type ActivityLine = Extract<TimelineEntry, { type: 'activity' }>;
/** Of these the timeline leaves something out that its line shows. */
const hasMore = (kind: string) => ['call', 'meeting', 'form_submission', 'email', 'page_view'].includes(kind);
const mostInLine = 500;

/** What an activity says: what was spoken of, the mail, what was filled in. */
export function ActivityBody({ kind, id, entry }: { kind: ListedKind; id: string; entry: ActivityLine }) {
  const { activity: line } = entry;
  const isCut = (line.text?.length ?? 0) >= mostInLine;
  const { data } = useQuery({ ...activityQuery(entry.id), enabled: hasMore(line.kind) || isCut });
  const activity: Partial<Activity> = data ?? {};
  if (line.kind === 'email')
    return <MailBody id={entry.id} subject={line.subject} text={line.text} mail={activity.mail} />;
  const text = activity.text ?? line.text;
  if (!line.subject && !text && !data) return null;
  return (
    <div className={classes.card}>
      {line.subject && <Text fw={500}>{line.subject}</Text>}
      {text && (
        <div className={classes.text}>
          <Mentioning text={text} />
        </div>
      )}
      <ActivityFacts activity={activity} />
      {activity.submission && (
        <Submission
          kind={kind}
          id={id}
          activityId={entry.id}
          contactId={line.contactId}
          text={text}
          {...activity.submission}
        />
      )}
    </div>
  );
}
