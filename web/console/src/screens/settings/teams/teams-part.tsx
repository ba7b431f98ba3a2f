import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Team } from '../../../../../client/src/index.ts';
import { teamsQuery, useUsers } from '../../../api/people.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { TeamForm } from './team-form.tsx';

/** Whose records the members of a team see. */
export function TeamsPart() {
  const t = useTranslations('settings.teams');
  const may = useMay();
  const teams = useQuery(teamsQuery);
  const one = useOpened<Team | undefined>();
  const add = may('teams:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => one.open(undefined)}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="teams" actions={add}>
      <Loaded query={teams}>
        {(all) =>
          all.length > 0 ? (
            <TeamsTable teams={all} onOpen={one.open} />
          ) : (
            <Empty icon={IconUsersGroup} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <SideDrawer title={one.shown?.name ?? t('add')} opened={one.isOpen} onClose={one.close}>
        <TeamForm key={one.shown?.id ?? 'new'} team={one.shown} done={one.close} />
      </SideDrawer>
    </SettingsPart>
  );
}

function TeamsTable({ teams, onOpen }: { teams: Team[]; onOpen: (team: Team) => void }) {
  const t = useTranslations('settings.teams');
  const users = useUsers();
  const namesOf = (ids: string[]) =>
    ids.map((id) => users.find((user) => user.id === id)?.name ?? id).join(', ') || '–';
  const columns: Column<Team>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (team) => (
        <RowName onOpen={() => onOpen(team)} narrow={namesOf(team.memberIds)}>
          {team.name}
        </RowName>
      ),
    },
    { key: 'managers', label: t('managers'), isWide: true, cell: ({ managerIds }) => namesOf(managerIds) },
    { key: 'members', label: t('members'), isWide: true, cell: ({ memberIds }) => namesOf(memberIds) },
    { key: 'count', label: t('count'), isNumber: true, cell: ({ memberIds }) => memberIds.length },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={teams} keyOf={({ id }) => id} />;
}
