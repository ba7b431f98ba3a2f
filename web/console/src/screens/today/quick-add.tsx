import { ActionIcon, Chip, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useWeekStart } from '../../api/preferences.ts';
import { useFormats } from '../../parts/format.ts';
import { useDesk } from './desk.ts';
import { dayAfter, nextWeek } from './lines/line.ts';
import classes from './today.module.css';
import { useAddTask } from './use-task-writes.ts';

type When = 'today' | 'tomorrow' | 'nextWeek';

/** A task in one line: what, and until when. What was typed stays until it is added. */
export function QuickAdd() {
  const t = useTranslations('today');
  const { today, nearDay, day } = useFormats();
  const weekStart = useWeekStart();
  const { ask } = useDesk();
  const add = useAddTask();
  const [title, setTitle] = useState('');
  /** Once in use it stays open: what moved away under a click would take the click with it. */
  const [isOpen, setOpen] = useState(false);
  const [when, setWhen] = useState<When | string>('today');
  const days: Record<string, string> = {
    today,
    tomorrow: dayAfter(today, 1),
    nextWeek: nextWeek(today, weekStart),
  };
  const dueOn = days[when] ?? when;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    add({ title: title.trim(), dueOn }, t('added', { day: nearDay(dueOn) }));
    setTitle('');
  };
  return (
    <form className={classes.add} onSubmit={submit} onFocus={() => setOpen(true)}>
      <TextInput
        id="quick-add"
        className={classes.addTitle}
        aria-label={t('addLabel')}
        placeholder={t('addPlaceholder')}
        value={title}
        maxLength={300}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        rightSection={
          <ActionIcon type="submit" variant="subtle" aria-label={t('addLabel')} disabled={!title.trim()}>
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        }
      />
      {isOpen && (
        <Chip.Group value={when} onChange={setWhen}>
          <Group gap={6} role="group" aria-label={t('addDay')}>
            <Chip value="today" size="sm">
              {t('dueToday')}
            </Chip>
            <Chip value="tomorrow" size="sm">
              {t('toTomorrow')}
            </Chip>
            <Chip value="nextWeek" size="sm">
              {t('toNextWeek')}
            </Chip>
            <Chip
              value={days[when] ? 'other' : when}
              size="sm"
              onClick={() => ask({ what: 'day', title: title || t('addLabel'), picked: setWhen })}
            >
              {days[when] ? t('toDay') : day(when)}
            </Chip>
          </Group>
        </Chip.Group>
      )}
    </form>
  );
}
