import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { teamsQuery, useUsers } from '../../../api/people.ts';

type Choice = { value: string; label: string; disabled?: boolean };

/** Who is here, and who was chosen before they left. */
export const usePeopleChoices = (chosen: string[]): Choice[] =>
  useUsers()
    .filter(({ id, status }) => status === 'active' || status === 'invited' || chosen.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));

/** The same for members: nobody is in two teams, so that who is in another one is shown there and cannot be chosen. */
export function useMemberChoices(teamId: string | undefined, people: Choice[]): Choice[] {
  const t = useTranslations('settings.teams');
  const { data: teams = [] } = useQuery(teamsQuery);
  return people.map(({ value, label }) => {
    const other = teams.find(({ id, memberIds }) => id !== teamId && memberIds.includes(value));
    return other
      ? { value, label: t('elsewhere', { name: label, team: other.name }), disabled: true }
      : { value, label };
  });
}
