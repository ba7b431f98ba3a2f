import {
  IconEye,
  IconFile,
  IconForms,
  IconMail,
  IconMessage,
  IconNote,
  IconPencil,
  IconPhone,
  IconStar,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TimelineEntry } from '../../../../../client/src/index.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { useFormats } from '../../../parts/format.ts';
import { useArrival } from '../../../parts/use-arrival.ts';
import { useActorName } from '../actor.ts';
import { ActivityBody, type ActivityLine } from './activity-body.tsx';
import { Changes } from './changes.tsx';
import { logged } from './draft.ts';
import { EntryEditor, EntryMenu, hasDraft } from './entry-menu.tsx';
import classes from './timeline.module.css';

const icons: Record<string, ComponentType<{ size?: number }>> = {
  call: IconPhone,
  email: IconMail,
  meeting: IconUsersGroup,
  note: IconNote,
  form_submission: IconForms,
  page_view: IconEye,
  social_post: IconMessage,
  rating: IconStar,
  file: IconFile,
  change: IconPencil,
};
type Props = { kind: ListedKind; id: string; entry: TimelineEntry; fields: FieldDef[] };

const kindOfEntry = (entry: TimelineEntry) => (entry.type === 'activity' ? entry.activity.kind : entry.type);
const actorOf = (entry: TimelineEntry) => {
  if (entry.type === 'activity') return entry.activity.by;
  return entry.type === 'file' ? entry.file.by : entry.by;
};

/** What an entry is, in a few words. */
function useHeadline() {
  const t = useTranslations('record');
  return (entry: TimelineEntry): string => {
    if (entry.type === 'file') return t('entry.file', { name: entry.file.name });
    if (entry.type === 'change') return t(`changed.${entry.kind}`);
    const { kind, direction, score } = entry.activity;
    if (score !== undefined) return t('entry.rated', { score });
    if (kind === 'call' || kind === 'email') return t(`entry.${kind}`, { direction: direction ?? 'none' });
    return t(`entry.${kind}`);
  };
}

function Frame({ entry, menu, children }: { entry: TimelineEntry; menu?: ReactNode; children?: ReactNode }) {
  const headline = useHeadline();
  const nameOf = useActorName();
  const { moment, ago } = useFormats();
  const { ref, isMeant } = useArrival<HTMLLIElement>(entry.id);
  const Icon = icons[kindOfEntry(entry)] ?? IconNote;
  return (
    <li ref={ref} className={classes.entry} id={entry.id} data-meant={isMeant || undefined}>
      <span className={classes.icon} aria-hidden>
        <Icon size={15} />
      </span>
      <div>
        <div className={classes.head}>
          <span>{headline(entry)}</span>
          <span className={classes.when}>
            {nameOf(actorOf(entry))} ·{' '}
            <time dateTime={entry.at} title={moment(entry.at)}>
              {ago(entry.at)}
            </time>
          </span>
          {menu}
        </div>
        {children}
      </div>
    </li>
  );
}

/** What people have logged themselves they may also mend. */
const isLogged = (kind: string) => logged.some((one) => one === kind);
function Happened({ kind, id, entry }: Omit<Props, 'entry' | 'fields'> & { entry: ActivityLine }) {
  const [isEdited, setEdited] = useState(hasDraft(entry.id));
  const of = { kind, id, activityId: entry.id };
  const menu = isLogged(entry.activity.kind) && <EntryMenu {...of} onEdit={() => setEdited(true)} />;
  return (
    <Frame entry={entry} menu={menu}>
      {isEdited ? (
        <EntryEditor {...of} onEnd={() => setEdited(false)} />
      ) : (
        <ActivityBody kind={kind} id={id} entry={entry} />
      )}
    </Frame>
  );
}

/** A line of the timeline: an activity, a file, a change. */
export function Entry({ kind, id, entry, fields }: Props) {
  if (entry.type === 'activity') return <Happened kind={kind} id={id} entry={entry} />;
  if (entry.type === 'file') return <Frame entry={entry} />;
  return (
    <Frame entry={entry}>
      <Changes fields={fields} changes={entry.fields} isNew={entry.kind === 'created'} />
    </Frame>
  );
}
