import { Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { teamsQuery } from '../../../api/people.ts';
import { useRoleName } from '../../../api/roles.ts';
import { useMay } from '../../../app/me.ts';
import { Person } from '../../../parts/person.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { UserStatus } from './user-status.tsx';

const shows = ['here', 'gone'] as const;
type Shown = (typeof shows)[number];
const isHere = ({ status }: User) => status === 'active' || status === 'invited';

/** Everybody, those who are here apart from those who were. */
export function UsersTable({ users, onOpen }: { users: User[]; onOpen: (user: User) => void }) {
  const t = useTranslations('settings.users');
  const may = useMay();
  const roleName = useRoleName();
  const [shown, setShown] = useState<Shown>('here');
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const teamOf = (id: string) => teams.find(({ memberIds }) => memberIds.includes(id))?.name;
  const rolesOf = ({ roles }: User) => roles.map(roleName).join(', ');
  const columns: Column<User>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (user) => (
        <Group gap="sm" wrap="nowrap">
          <Person id={user.id} size={28} isDecoration />
          <RowName onOpen={() => onOpen(user)} below={user.email} narrow={rolesOf(user)}>
            {user.name}
          </RowName>
        </Group>
      ),
    },
    { key: 'roles', label: t('roles'), isWide: true, cell: rolesOf },
    { key: 'team', label: t('team'), isWide: true, cell: ({ id }) => teamOf(id) ?? '–' },
    { key: 'status', label: t('status'), cell: ({ status }) => <UserStatus status={status} /> },
  ];
  const gone = users.filter((user) => !isHere(user));
  return (
    <>
      {gone.length > 0 && (
        <SegmentedControl
          mb="sm"
          aria-label={t('shown')}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={shows.map((value) => ({
            value,
            label: t(value, { count: value === 'here' ? users.length - gone.length : gone.length }),
          }))}
        />
      )}
      <SettingsTable
        label={t('title')}
        columns={columns}
        rows={shown === 'gone' ? gone : users.filter(isHere)}
        keyOf={({ id }) => id}
      />
    </>
  );
}
