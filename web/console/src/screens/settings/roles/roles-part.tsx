import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Role } from '../../../../../client/src/index.ts';
import { useUsers } from '../../../api/people.ts';
import { rolesQuery, useRoleChoices } from '../../../api/roles.ts';
import { useMay } from '../../../app/me.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { NewRoleForm } from './new-role-form.tsx';
import { RolePage } from './role-page.tsx';

/** The roles that there are, and one of them. */
export function RolesPart() {
  const t = useTranslations('settings.roles');
  const may = useMay();
  const { role: chosen } = useSearch({ strict: false }) as { role?: string };
  const roles = useQuery(rolesQuery);
  const making = useOpened<string>();
  const one = roles.data?.find(({ id }) => id === chosen);
  const add = may('roles:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => making.open(one?.id ?? 'rep')}>
      {one ? t('copy') : t('add')}
    </Button>
  );
  const name = useRoleChoices().find(({ id }) => id === one?.id)?.name;
  return (
    <SettingsPart id="roles" actions={add} {...(one && { one: name ?? one.name })}>
      <Loaded query={roles}>
        {(all) => (one ? <RolePage key={one.id} role={one} /> : <RolesTable roles={all} />)}
      </Loaded>
      <SideDrawer title={t('add')} opened={making.isOpen} onClose={making.close}>
        <NewRoleForm from={making.shown ?? 'rep'} done={making.close} />
      </SideDrawer>
    </SettingsPart>
  );
}

function RolesTable({ roles }: { roles: Role[] }) {
  const t = useTranslations('settings.roles');
  const users = useUsers();
  const choices = useRoleChoices();
  const named = (role: Role) => choices.find(({ id }) => id === role.id);
  const holders = ({ id }: Role) =>
    users.filter(({ roles: theirs, status }) => theirs.includes(id) && status !== 'removed').length;
  const columns: Column<Role>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (role) => (
        <RowName link={{ part: 'roles', search: { role: role.id } }} below={named(role)?.about}>
          {named(role)?.name ?? role.name}
        </RowName>
      ),
    },
    {
      key: 'kind',
      label: t('kind'),
      isWide: true,
      cell: ({ builtIn }) => t(builtIn ? 'isBuiltIn' : 'isOwn'),
    },
    { key: 'users', label: t('users'), isNumber: true, cell: holders },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={roles} keyOf={({ id }) => id} />;
}
