import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { teamsQuery, usersQuery } from '../../../api/people.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { RolePicker } from '../parts/role-picker.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { UserDanger } from './user-danger.tsx';
import { UserStatus } from './user-status.tsx';

type Values = { name: string; roles: string[] };
const savedOf = ({ version, name, roles }: User) => ({ version, values: { name, roles } });

/** Somebody: their name and roles, and how they go and come back. */
export function UserSide({ user, done }: { user: User; done: () => void }) {
  const t = useTranslations('settings.users');
  const may = useMay();
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text c="var(--rapport-quiet)">{user.email}</Text>
        <UserStatus status={user.status} />
      </Group>
      <TeamsOf id={user.id} />
      {user.status === 'removed' ? <Text>{t('removedWhy')}</Text> : <UserForm user={user} done={done} />}
      {may('users:write') && user.status !== 'removed' && <UserDanger user={user} done={done} />}
    </Stack>
  );
}

/** The teams that somebody is in, and those that they manage. */
function TeamsOf({ id }: { id: string }) {
  const t = useTranslations('settings.users');
  const may = useMay();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const memberOf = teams.filter(({ memberIds }) => memberIds.includes(id)).map(({ name }) => name);
  const managerOf = teams.filter(({ managerIds }) => managerIds.includes(id)).map(({ name }) => name);
  if (memberOf.length + managerOf.length === 0) return null;
  return (
    <Text>
      {memberOf.length > 0 && t('memberOf', { teams: memberOf.join(', ') })}{' '}
      {managerOf.length > 0 && t('managerOf', { teams: managerOf.join(', ') })}
    </Text>
  );
}

function UserForm({ user, done }: { user: User; done: () => void }) {
  const t = useTranslations('settings.users');
  const common = useTranslations('common');
  const users = useListed<User>(usersQuery.queryKey);
  const toast = useToast();
  const isReadOnly = !useMay()('users:write');
  const path = { userId: user.id };
  const form = useForm<Values, User>({
    saved: savedOf(user),
    write: ({ changes, options }) => api().patchUser({ path, body: changes }, options),
    read: async () => savedOf(await api().getUser({ path })),
    done: (saved) => {
      users.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
      done();
    },
  });
  const { name, roles } = form.values;
  return (
    <FormFrame
      form={form}
      submit={common('save')}
      labels={{ name: t('name'), roles: t('roles') }}
      isReadOnly={isReadOnly}
      canSend={form.isDirty && name.trim() !== '' && roles.length > 0}
    >
      <TextInput
        label={t('name')}
        value={name}
        onChange={({ currentTarget }) => form.set('name', currentTarget.value)}
        error={form.faultOf('name')}
        disabled={isReadOnly}
      />
      <RolePicker
        label={t('roles')}
        description={t('rolesAct')}
        value={roles}
        onChange={(value) => form.set('roles', value)}
        error={form.faultOf('roles')}
        isDisabled={isReadOnly}
      />
    </FormFrame>
  );
}
