import { Anchor, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Task } from '../../../../../client/src/index.ts';
import { daysBetween, useFormats } from '../../../parts/format.ts';
import { Person } from '../../../parts/person.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useTitle } from '../../../parts/record-link.tsx';
import { LinesWaiting } from '../section.tsx';
import { openTasksQuery } from '../tasks-cache.ts';
import classes from './team.module.css';

function OverdueTask({ task }: { task: Task }) {
  const t = useTranslations('today');
  const { today } = useFormats();
  const contact = useTitle('contact', task.contactId);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Anchor component={Link} to={`/tasks/${task.id}`} className={classes.title}>
          {task.title}
        </Anchor>
        <span className={classes.about}>
          <span className={classes.late}>
            {t('reason.task_overdue', { days: daysBetween(task.dueOn ?? today, today) })}
          </span>
          {contact && ` · ${contact}`}
        </span>
      </div>
    </li>
  );
}

/** A person's overdue tasks, behind how many there are and how late the oldest is. */
function OfPerson({ ownerId, tasks, isOpenFirst }: { ownerId: string; tasks: Task[]; isOpenFirst: boolean }) {
  const t = useTranslations('today.teamTab');
  const { today } = useFormats();
  const [isOpen, setOpen] = useState(isOpenFirst);
  const id = useId();
  const days = Math.max(...tasks.map(({ dueOn = today }) => daysBetween(dueOn, today)));
  return (
    <li>
      <UnstyledButton
        className={classes.person}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Person id={ownerId || undefined} withName />
        <span className={classes.about}>{t('overdueOf', { count: tasks.length, days })}</span>
        <IconChevronDown size={16} className={classes.chevron} data-open={isOpen} aria-hidden />
      </UnstyledButton>
      <ul className={classes.rows} id={id} hidden={!isOpen}>
        {tasks.map((task) => (
          <OverdueTask key={task.id} task={task} />
        ))}
      </ul>
    </li>
  );
}

/** The tasks that are late, by person, who has most of them first. */
export function OverdueTasks({ ownerId }: { ownerId: string | undefined }) {
  const t = useTranslations('today.teamTab');
  const { today } = useFormats();
  const list = useInfiniteQuery(openTasksQuery(ownerId ?? 'any', useQueryClient()));
  const tasks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const late = tasks.filter(({ status, dueOn }) => status === 'open' && dueOn && dueOn < today);
  const byPerson = [...Map.groupBy(late, ({ ownerId: whose = '' }) => whose)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <Title order={2}>{t('overdue')}</Title>
        {list.data && <span className={classes.count}>{late.length}</span>}
      </header>
      {list.isPending && <LinesWaiting />}
      {!list.data && list.error && <ProblemBox error={list.error} again={() => void list.refetch()} />}
      {list.data && late.length === 0 && <Text className={classes.none}>{t('overdueNone')}</Text>}
      <ul className={classes.people}>
        {byPerson.map(([whose, theirs]) => (
          <OfPerson key={whose} ownerId={whose} tasks={theirs} isOpenFirst={late.length <= 12} />
        ))}
      </ul>
      {list.hasNextPage && late.length === tasks.length && (
        <Text className={classes.none}>{t('overdueMore')}</Text>
      )}
    </section>
  );
}
