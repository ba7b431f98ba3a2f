import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { usersQuery } from '../../../api/people.ts';
import { useMay } from '../../../app/me.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { InviteForm } from './invite-form.tsx';
import { UserSide } from './user-side.tsx';
import { UsersTable } from './users-table.tsx';

/** Who works here: invited, changed, shut out and handed over. */
export function UsersPart() {
  const t = useTranslations('settings.users');
  const may = useMay();
  const users = useQuery(usersQuery);
  const [invites, { open: invite, close: endInvite }] = useDisclosure();
  const user = useOpened<User>();
  const shown = users.data?.find(({ id }) => id === user.shown?.id) ?? user.shown;
  const action = may('users:write') && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={invite}>
      {t('invite')}
    </Button>
  );
  return (
    <SettingsPart id="users" actions={action}>
      <Loaded query={users}>{(all) => <UsersTable users={all} onOpen={user.open} />}</Loaded>
      <SideDrawer title={t('inviteTitle')} opened={invites} onClose={endInvite}>
        <InviteForm done={endInvite} />
      </SideDrawer>
      <SideDrawer title={shown?.name ?? ''} opened={user.isOpen} onClose={user.close}>
        {shown && <UserSide key={shown.id} user={shown} done={user.close} />}
      </SideDrawer>
    </SettingsPart>
  );
}
