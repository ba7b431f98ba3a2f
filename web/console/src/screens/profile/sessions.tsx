import { Badge, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Session } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { signOut } from '../../app/session.ts';
import { useFormats } from '../../parts/format.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';
import { deviceOf } from './device.ts';
import { Part } from './part.tsx';
import classes from './profile.module.css';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await api().listSessions()).items,
});

function useEnd() {
  const client = useQueryClient();
  const toast = useToast();
  const t = useTranslations('profile');
  return useMutation({
    mutationFn: (sessionId: string) => api().endSession({ path: { sessionId } }),
    onSuccess: (_, ended) => {
      client.setQueryData(sessionsQuery.queryKey, (all) =>
        all?.filter(({ sessionId }) => sessionId !== ended),
      );
      toast.done({ message: t('ended') });
    },
    onError: toast.failed,
  });
}

function SessionLine({ session }: { session: Session }) {
  const t = useTranslations('profile');
  const { moment, ago } = useFormats();
  const end = useEnd();
  const device = deviceOf(session.userAgent);
  const name = device ? t('on', device) : session.userAgent.slice(0, 60) || t('unknownDevice');
  const facts = [
    t('since', { moment: moment(session.startedAt) }),
    session.lastSeenAt && t('seen', { ago: ago(session.lastSeenAt) }),
    t('from', { address: session.from }),
  ];
  return (
    <li className={classes.session}>
      <div className={classes.device}>
        <span>{name}</span>
        <div className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</div>
      </div>
      {session.isCurrent ? (
        <Badge variant="light" tt="none">
          {t('thisDevice')}
        </Badge>
      ) : (
        <Button
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate(session.sessionId)}
          aria-label={t('endOf', { device: name })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}

/** Ends every session; this one is signed out here as well, so that nothing of it stays on the device. */
function Everywhere() {
  const t = useTranslations('profile');
  const common = useTranslations('common');
  const [isOpen, { open, close }] = useDisclosure();
  const ending = useMutation({ mutationFn: () => api().signOutEverywhere(), onSuccess: () => signOut() });
  return (
    <>
      <Button variant="default" color="red" onClick={open} style={{ alignSelf: 'flex-start' }}>
        {t('everywhere')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('everywhereTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack>
          <Text>{t('everywhereWhy')}</Text>
          {ending.error && <ProblemBox error={ending.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button color="red.8" loading={ending.isPending} onClick={() => ending.mutate()}>
              {t('everywhere')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

/** Where one is signed in, this device first. */
export function Sessions() {
  const t = useTranslations('profile');
  const { data, error, isPending, refetch } = useQuery(sessionsQuery);
  const sessions = [...(data ?? [])].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  return (
    <Part title={t('sessions')}>
      {isPending && <Skeleton h={44} />}
      {!data && error && <ProblemBox error={error} again={() => void refetch()} />}
      {data?.length === 0 && <Text className={classes.quiet}>{t('sessionsNone')}</Text>}
      <ul className={classes.sessions}>
        {sessions.map((session) => (
          <SessionLine key={session.sessionId} session={session} />
        ))}
      </ul>
      <Everywhere />
    </Part>
  );
}
