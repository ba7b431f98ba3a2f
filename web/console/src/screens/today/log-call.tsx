import { Button, Checkbox, Chip, Group, Input, Modal, Stack, Textarea } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NewActivity } from '../../../../client/src/index.ts';
import { useWeekStart } from '../../api/preferences.ts';
import { forget } from '../../api/records.ts';
import { once, useWrite } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import { useToast } from '../../parts/toast.tsx';
import type { Asked } from './desk.ts';
import { useAbout } from './lines/about.ts';
import { dayAfter, type Line, nextWeek } from './lines/line.ts';
import classes from './today.module.css';
import { useIsPhone } from './use-is-phone.ts';
import { useAddTask } from './use-task-writes.ts';

type Outcome = NonNullable<NonNullable<NewActivity['call']>['outcome']>;
const outcomes = ['connected', 'no_answer', 'voicemail', 'busy', 'wrong_number'] as const satisfies Outcome[];
type Next = 'none' | 'tomorrow' | 'nextWeek';
type Said = { outcome: Outcome; text: string };

/** Logs the call with whom the line is about, and for its deal. */
function useLogCall({ contactId, dealId }: Line) {
  const client = useQueryClient();
  const toast = useToast();
  const t = useTranslations('today.log');
  const write = useWrite({
    onSuccess: () => toast.done({ message: t('saved') }),
    onError: toast.failed,
    onSettled: () => {
      if (contactId) forget(client, 'contact', contactId);
      if (dealId) forget(client, 'deal', dealId);
    },
  });
  return ({ outcome, text }: Said) => {
    if (!contactId) return;
    const body: NewActivity = {
      kind: 'call',
      contactId,
      at: new Date().toISOString(),
      call: { direction: 'outbound', outcome },
      ...(dealId && { dealIds: [dealId] }),
      ...(text.trim() && { text: text.trim() }),
    };
    write.mutate(once({ method: 'POST', path: '/v1/activities', body }));
  };
}

function useNext(line: Line, name: string) {
  const t = useTranslations('today');
  const { today, nearDay } = useFormats();
  const weekStart = useWeekStart();
  const add = useAddTask();
  const days = { tomorrow: dayAfter(today, 1), nextWeek: nextWeek(today, weekStart) };
  return (next: Next) => {
    if (next === 'none') return;
    const { contactId, dealId } = line;
    const task = {
      title: t('callAgain', { name }),
      ...(contactId && { contactId }),
      ...(dealId && { dealId }),
    };
    add({ ...task, dueOn: days[next] }, t('planned', { day: nearDay(days[next]) }));
  };
}

function Outcomes({ value, set }: { value: Outcome; set: (value: Outcome) => void }) {
  const t = useTranslations('today.log');
  return (
    <Input.Wrapper label={t('outcome')} labelElement="div">
      <Chip.Group value={value} onChange={(chosen) => set(chosen as Outcome)}>
        <Group gap={6} mt={6} className={classes.choice} role="radiogroup" aria-label={t('outcome')}>
          {outcomes.map((outcome) => (
            <Chip key={outcome} value={outcome} size="sm">
              {t(outcome)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function NextCall({ value, set }: { value: Next; set: (value: Next) => void }) {
  const t = useTranslations('today');
  return (
    <Input.Wrapper label={t('log.next')} labelElement="div">
      <Chip.Group value={value} onChange={(chosen) => set(chosen as Next)}>
        <Group gap={6} mt={6} className={classes.choice} role="radiogroup" aria-label={t('log.next')}>
          <Chip value="none" size="sm">
            {t('log.nextNone')}
          </Chip>
          <Chip value="tomorrow" size="sm">
            {t('toTomorrow')}
          </Chip>
          <Chip value="nextWeek" size="sm">
            {t('toNextWeek')}
          </Chip>
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

type Props = { asked: Extract<Asked, { what: 'call' }>; close: () => void };
/** What came of a call. A note that was begun is there again when the dialog is opened anew. */
export function LogCall({ asked: { line, done }, close }: Props) {
  const t = useTranslations('today.log');
  const common = useTranslations('common');
  const may = useMay();
  const { title, name = title } = useAbout(line);
  const [outcome, setOutcome] = useState<Outcome>('connected');
  const [next, setNext] = useState<Next>('none');
  const [isDone, setDone] = useState<boolean>();
  const [text, setText, forgetText] = useSessionStorage({
    key: `rapport.call.${line.contactId}`,
    defaultValue: '',
  });
  const log = useLogCall(line);
  const plan = useNext(line, name);
  const isTaskDone = isDone ?? outcome === 'connected';
  const save = () => {
    log({ outcome, text });
    plan(next);
    if (isTaskDone) done?.();
    forgetText();
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={false}
      title={t('title', { name })}
      closeButtonProps={{ 'aria-label': common('close'), size: useIsPhone() ? 44 : 28, iconSize: 18 }}
    >
      <Stack>
        <Outcomes value={outcome} set={setOutcome} />
        <Textarea
          label={t('note')}
          placeholder={t('notePlaceholder')}
          autosize
          minRows={3}
          maxRows={10}
          data-autofocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {may('tasks:create') && <NextCall value={next} set={setNext} />}
        {done && (
          <Checkbox
            className={classes.choice}
            label={t('alsoDone', { title })}
            checked={isTaskDone}
            onChange={({ currentTarget }) => setDone(currentTarget.checked)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('notMade')}
          </Button>
          <Button onClick={save}>{t('save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
