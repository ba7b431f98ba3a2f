import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMe } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import { Deactivate } from './deactivate.tsx';
import { HandOver } from './hand-over.tsx';
import { useWrittenUser } from './use-written-user.ts';

/** An act on somebody that is done by one press, and said. */
function Act({
  about,
  action,
  run,
  said,
}: Record<'about' | 'action' | 'said', string> & { run: () => Promise<User> }) {
  const toast = useToast();
  const written = useWrittenUser();
  const acting = useMutation({
    mutationFn: run,
    onSuccess: (user) => {
      written(user);
      toast.done({ message: said });
    },
    onError: toast.failed,
  });
  return (
    <Group justify="space-between" wrap="nowrap" align="center">
      <Text c="var(--rapport-quiet)" maw="46ch">
        {about}
      </Text>
      <Button variant="default" onClick={() => acting.mutate()} loading={acting.isPending} flex="none">
        {action}
      </Button>
    </Group>
  );
}

/** How somebody is let in, shut out, handed over and removed. */
export function UserDanger({ user, done }: { user: User; done: () => void }) {
  const t = useTranslations('settings.users');
  const { id: me } = useMe();
  const written = useWrittenUser();
  const path = { userId: user.id };
  const { name, email, status } = user;
  if (user.id === me) return null;
  return (
    <DangerZone title={t('access')}>
      {status === 'invited' && (
        <Act
          about={t('resendWhy')}
          action={t('resend')}
          said={t('resent', { email })}
          run={() => api().resendInvitation({ path })}
        />
      )}
      {status === 'deactivated' ? (
        <>
          <HandOver userId={user.id} />
          <Act
            about={t('reactivateWhy')}
            action={t('reactivate')}
            said={t('reactivated', { name })}
            run={() => api().reactivateUser({ path })}
          />
          <Danger
            about={t('removeWhy')}
            title={t('removeTitle', { name })}
            action={t('remove')}
            why={t('removeMore')}
            typed={name}
            run={() => api().removeUser({ path })}
            done={() => {
              written({ ...user, status: 'removed' });
              done();
            }}
          />
        </>
      ) : (
        <Deactivate user={user} />
      )}
    </DangerZone>
  );
}
