import { MultiSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Team } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { teamsQuery } from '../../../api/people.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { DeleteZone } from '../parts/danger.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { useMemberChoices, usePeopleChoices } from './choices.ts';

type Values = { name: string; managerIds: string[]; memberIds: string[] };
const nothing: Values = { name: '', managerIds: [], memberIds: [] };
const savedOf = ({ version, name, managerIds, memberIds }: Team) => ({
  version,
  values: { name, managerIds, memberIds },
});

/** A team, or a new one: its name, who manages it and who is in it. */
export function TeamForm({ team, done }: { team: Team | undefined; done: () => void }) {
  const t = useTranslations('settings.teams');
  const common = useTranslations('common');
  const teams = useListed<Team>(teamsQuery.queryKey);
  const toast = useToast();
  const isReadOnly = !useMay()('teams:write');
  const path = { teamId: team?.id ?? '' };
  const form = useForm<Values, Team>({
    saved: team ? savedOf(team) : { values: nothing },
    write: ({ values, changes, options }) =>
      team ? api().patchTeam({ path, body: changes }, options) : api().createTeam({ body: values }, options),
    ...(team && { read: async () => savedOf(await api().getTeam({ path })) }),
    done: (saved) => {
      teams.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
      done();
    },
  });
  const { values, set, faultOf } = form;
  const people = usePeopleChoices([...values.managerIds, ...values.memberIds]);
  const members = useMemberChoices(team?.id, people);
  const labels = { name: t('name'), managerIds: t('managers'), memberIds: t('members') };
  return (
    <>
      <FormFrame
        form={form}
        submit={team ? common('save') : t('add')}
        labels={labels}
        isReadOnly={isReadOnly}
        canSend={form.isDirty && values.name.trim() !== ''}
      >
        <TextInput
          label={t('name')}
          value={values.name}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
          error={faultOf('name')}
          disabled={isReadOnly}
          {...(!team && { 'data-autofocus': true })}
        />
        <MultiSelect
          label={t('members')}
          description={t('membersWhy')}
          data={members}
          value={values.memberIds}
          onChange={(ids) => set('memberIds', ids)}
          error={faultOf('memberIds')}
          searchable
          hidePickedOptions
          disabled={isReadOnly}
        />
        <MultiSelect
          label={t('managers')}
          description={t('managersWhy')}
          data={people}
          value={values.managerIds}
          onChange={(ids) => set('managerIds', ids)}
          error={faultOf('managerIds')}
          searchable
          hidePickedOptions
          disabled={isReadOnly}
        />
      </FormFrame>
      {team && !isReadOnly && (
        <DeleteZone
          zone={t('danger')}
          about={t('deleteWhy')}
          title={t('deleteTitle', { name: team.name })}
          why={t('deleteMore')}
          run={() => api().deleteTeam({ path })}
          done={() => {
            teams.remove(team.id);
            done();
          }}
        />
      )}
    </>
  );
}
