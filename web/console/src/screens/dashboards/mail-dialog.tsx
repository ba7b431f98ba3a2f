import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type Weekday, weekdays } from '../../../../../shared/core/local-day.ts';
import type { Dashboard } from '../../../../client/src/index.ts';
import { api, isProblem } from '../../api/client.ts';
import { act } from '../../api/write.ts';
import { Waiting } from '../../app/waiting.tsx';
import { useFormats } from '../../parts/format.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';

type Subscription = { weekday: Weekday; at: string; nextAt?: string };
type Props = { dashboard: Dashboard; onClose: () => void };

const dayMs = 86_400_000;
const aMonday = Date.UTC(2024, 0, 1);
const keyOf = (id: string) => ['subscription', id] as const;
const readOwn = async (dashboardId: string): Promise<Subscription | null> => {
  try {
    return await api().getDashboardSubscription({ path: { dashboardId } });
  } catch (error) {
    if (isProblem(error, 'subscription_not_found')) return null;
    throw error;
  }
};

function Form({ dashboard, onClose, own }: Props & { own: Subscription | null }) {
  const t = useTranslations('reports.dashboards');
  const format = useFormatter();
  const nameOf = (n: number) =>
    format.dateTime(new Date(aMonday + n * dayMs), { weekday: 'long', timeZone: 'UTC' });
  const common = useTranslations('common');
  const client = useQueryClient();
  const toast = useToast();
  const { moment } = useFormats();
  const [given, setGiven] = useState<Subscription>(own ?? { weekday: 'monday', at: '08:00' });
  const path = `/v1/dashboards/${dashboard.id}/subscription`;
  const settle = (after: Subscription | null, message: string) => {
    client.setQueryData(keyOf(dashboard.id), after);
    toast.done({ message });
    onClose();
  };
  const putting = useMutation({
    mutationFn: ({ weekday, at }: Subscription) =>
      act<Subscription>({ method: 'PUT', path, body: { weekday, at } }),
    onSuccess: (after) => settle(after, t('mailed', { when: moment(after.nextAt) })),
    onError: toast.failed,
  });
  const stopping = useMutation({
    mutationFn: () => act({ method: 'DELETE', path }),
    onSuccess: () => settle(null, t('mailedNoMore')),
    onError: toast.failed,
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    putting.mutate(given);
  };
  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <Select
          label={t('weekday')}
          allowDeselect={false}
          data={weekdays.map((day, n) => ({ value: day, label: nameOf(n) }))}
          value={given.weekday}
          onChange={(weekday) => weekday && setGiven({ ...given, weekday: weekday as Weekday })}
        />
        <TextInput
          type="time"
          label={t('time')}
          description={t('timeWhere')}
          required
          value={given.at}
          onChange={({ currentTarget }) => setGiven({ ...given, at: currentTarget.value })}
        />
        <Group justify="flex-end">
          {own && (
            <Button
              variant="subtle"
              color="red"
              mr="auto"
              loading={stopping.isPending}
              onClick={() => stopping.mutate()}
            >
              {t('mailNoMore')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={putting.isPending} disabled={!given.at}>
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** When the dashboard is mailed to whoever is signed in, week by week. */
export function MailDialog({ dashboard, onClose }: Props) {
  const t = useTranslations('reports.dashboards');
  const common = useTranslations('common');
  const asked = useQuery({ queryKey: keyOf(dashboard.id), queryFn: () => readOwn(dashboard.id) });
  return (
    <Modal opened onClose={onClose} title={t('mail')} closeButtonProps={{ 'aria-label': common('close') }}>
      {asked.error && !asked.isFetching ? (
        <ProblemBox error={asked.error} again={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Waiting />
      ) : (
        <Form dashboard={dashboard} onClose={onClose} own={asked.data} />
      )}
    </Modal>
  );
}
