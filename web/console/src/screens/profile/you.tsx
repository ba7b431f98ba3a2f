import { Badge, Group, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Myself } from '../../../../client/src/index.ts';
import { teamsQuery, usersQuery } from '../../api/people.ts';
import { useRoleName } from '../../api/roles.ts';
import { meQuery } from '../../api/workspace.ts';
import { once, useWrite } from '../../api/write.ts';
import { useMay, useMe } from '../../app/me.ts';
import { useProblemText } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';
import { Part } from './part.tsx';
import classes from './profile.module.css';

/** Saves one's own name, which stands on everything that one does. */
function useName() {
  const client = useQueryClient();
  const toast = useToast();
  const t = useTranslations('profile');
  return useWrite<Myself>({
    onSuccess: ({ name, version }) => {
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, name, version });
      void client.invalidateQueries({ queryKey: usersQuery.queryKey });
      toast.done({ message: t('nameSaved') });
    },
  });
}

/** The name is saved on leaving it or with Enter; what was typed stays where it could not be. */
function NameField() {
  const t = useTranslations('profile');
  const { name: saved } = useMe();
  const textOf = useProblemText();
  const write = useName();
  const [typed, setTyped] = useState<string>();
  const value = typed ?? saved;
  const isEmpty = value.trim() === '';
  const save = () => {
    const name = value.trim();
    if (isEmpty || name === saved) return;
    const asked = once({ method: 'PATCH', path: '/v1/users/me', body: { name } });
    write.mutate(asked, { onSuccess: () => setTyped(undefined) });
  };
  const problem = write.error ? textOf(write.error) : undefined;
  return (
    <TextInput
      label={t('name')}
      value={value}
      maxLength={200}
      autoComplete="name"
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === 'Enter' && save()}
      error={isEmpty ? t('nameNeeded') : problem}
    />
  );
}

function Teams() {
  const t = useTranslations('profile');
  const may = useMay();
  const { id, teamIds } = useMe();
  const { data = [], isSuccess } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const mine = data.filter((team) => teamIds.includes(team.id));
  const names = mine.map(({ name: team, managerIds }) =>
    managerIds.includes(id) ? t('manages', { team }) : team,
  );
  if (!isSuccess) return null;
  return (
    <>
      <dt>{t('teams')}</dt>
      <dd>{names.join(', ') || t('noTeam')}</dd>
    </>
  );
}

/** Who one is in this workspace: only the name is one's own to change. */
export function You() {
  const t = useTranslations('profile');
  const { email, roles } = useMe();
  const roleName = useRoleName();
  return (
    <Part title={t('you')}>
      <NameField />
      <dl className={classes.facts}>
        <dt>{t('email')}</dt>
        <dd>
          {email}
          <div className={classes.quiet}>{t('emailWhy')}</div>
        </dd>
        <dt>{t('roles')}</dt>
        <dd>
          <Group gap={6}>
            {roles.map((role) => (
              <Badge key={role} variant="default" tt="none">
                {roleName(role)}
              </Badge>
            ))}
          </Group>
        </dd>
        <Teams />
      </dl>
    </Part>
  );
}
