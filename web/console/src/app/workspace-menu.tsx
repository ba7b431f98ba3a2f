import { Menu } from '@mantine/core';
import { IconCheck, IconLogout, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { chooseWorkspace } from '../api/client.ts';
import { useMe, useWorkspace } from './me.ts';
import { signOut } from './session.ts';
import { WorkspaceButton } from './workspace-button.tsx';

/** Another workspace is another CRM: the page begins anew in it. */
function enter(id: string): void {
  chooseWorkspace(id);
  location.assign('/');
}

/** Who and where one is, with the ways out of it. */
export function WorkspaceMenu() {
  const t = useTranslations('app');
  const me = useMe();
  const { id: current } = useWorkspace();
  return (
    <Menu position="bottom-start" width={240} shadow="md">
      <Menu.Target>
        <WorkspaceButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {me.email}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} aria-hidden />}>
          {t('profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('workspaces')}</Menu.Label>
        {me.workspaces.map(({ id, name: called }) => (
          <Menu.Item
            key={id}
            onClick={() => enter(id)}
            aria-current={id === current}
            rightSection={id === current && <IconCheck size={16} aria-hidden />}
          >
            {called}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
