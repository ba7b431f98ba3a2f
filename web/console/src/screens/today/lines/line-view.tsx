import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { plurals } from '../../../api/kinds.ts';
import { kindIcons } from '../../../app/places.ts';
import { RecordLink, useTitle } from '../../../parts/record-link.tsx';
import { useDesk } from '../desk.ts';
import { useIsPhone } from '../use-is-phone.ts';
import { isDraft } from '../use-task-writes.ts';
import { type About, useAbout } from './about.ts';
import classes from './line.module.css';
import type { Line } from './line.ts';
import { LineActions } from './line-actions.tsx';
import { Reason } from './reason.tsx';
import { type LineActs, useLineActs } from './use-line-acts.ts';

/** How long what was ticked stays to be taken back. */
const lingerMs = 8000;
function useLeaving(id: string, isDone: boolean) {
  const { untick } = useDesk();
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => untick(id), lingerMs);
    return () => clearTimeout(timer);
  }, [id, isDone, untick]);
}

function Tick({ title, isDone, acts }: { title: string; isDone: boolean; acts: LineActs }) {
  const t = useTranslations('today');
  return (
    <UnstyledButton
      className={classes.tick}
      data-act="done"
      role="checkbox"
      aria-checked={isDone}
      aria-label={t('complete', { title })}
      disabled={!acts.complete}
      onClick={isDone ? acts.undo : acts.complete}
    >
      <span className={classes.circle}>{<IconCheck size={13} stroke={3} aria-hidden />}</span>
    </UnstyledButton>
  );
}

/** Under a thumb the whole line is one way; at a desk whom it names is a way of its own. */
function Named({ kind, id }: { kind: 'contact' | 'company' | 'deal'; id: string | undefined }) {
  const isPhone = useIsPhone();
  const title = useTitle(kind, isPhone ? id : undefined);
  return isPhone ? title : <RecordLink kind={kind} id={id} />;
}

/** What a line is about beside itself. An idle task is called by its deal already. */
function Others({ line }: { line: Line }) {
  const ids = {
    contact: line.kind === 'contact' ? undefined : line.contactId,
    deal: line.kind === 'deal' || line.reason.code === 'idle_task' ? undefined : line.dealId,
    company: line.dealId && line.kind === 'task' ? undefined : line.companyId,
  };
  const named = (['contact', 'company', 'deal'] as const).filter((kind) => ids[kind]);
  return named.map((kind) => (
    <span key={kind} className={classes.other}>
      <Named kind={kind} id={ids[kind]} />
    </span>
  ));
}

const addressOf = ({ kind, record, reason, dealId }: Line) =>
  reason.code === 'idle_task' && dealId ? `/deals/${dealId}` : `/${plurals[kind]}/${record.id}`;

function Words({ line, about }: { line: Line; about: About }) {
  const t = useTranslations('today');
  const isPhone = useIsPhone();
  const isNew = line.kind === 'task' && isDraft(line.record);
  return (
    <div className={classes.words}>
      {isNew ? (
        <span className={classes.title}>{about.title}</span>
      ) : (
        <Link to={addressOf(line)} className={classes.title} data-act="open">
          {about.title}
        </Link>
      )}
      <div className={classes.about}>
        <Reason line={line} about={about} />
        {isNew && <span className={classes.other}>{t('waits')}</span>}
        {isPhone && about.amount && <span className={classes.other}>{about.amount}</span>}
        <Others line={line} />
        {line.kind === 'contact' && line.record.company && (
          <span className={classes.other}>{line.record.company}</span>
        )}
      </div>
    </div>
  );
}

/** A line of the day: what, why, and what can be done about it. */
export function LineView({ line }: { line: Line }) {
  const about = useAbout(line);
  const acts = useLineActs(line, about);
  const isPhone = useIsPhone();
  const isDone = line.kind === 'task' && line.record.status === 'done';
  useLeaving(line.record.id, isDone);
  const Icon = line.kind === 'task' ? undefined : kindIcons[line.kind];
  return (
    <li className={classes.line} data-line tabIndex={-1} data-done={isDone || undefined}>
      {Icon ? (
        <span className={classes.icon}>
          <Icon size={18} stroke={1.75} />
        </span>
      ) : (
        <Tick title={about.title} isDone={isDone} acts={acts} />
      )}
      <Words line={line} about={about} />
      {!isPhone && about.amount && <Text className={classes.amount}>{about.amount}</Text>}
      <LineActions line={line} about={about} acts={acts} isDone={isDone} />
    </li>
  );
}
