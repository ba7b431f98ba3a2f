import { Select, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Role } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { rolesQuery, useRoleChoices } from '../../../api/roles.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';

/** A role of one's own begins as the copy of one that there is. */
export function NewRoleForm({ from, done }: { from: string; done: () => void }) {
  const t = useTranslations('settings.roles');
  const roles = useListed<Role>(rolesQuery.queryKey);
  const navigate = useNavigate();
  const choices = useRoleChoices().map(({ id: value, name: label }) => ({ value, label }));
  const form = useForm<{ name: string; description: string; from: string }, Role>({
    saved: { values: { name: '', description: '', from } },
    write: ({ values, options }) => {
      const { name, description, from: copied } = values;
      const body = { name, from: copied, ...(description.trim() && { description }) };
      return api().createRole({ body }, options);
    },
    done: async (made) => {
      roles.put(made);
      done();
      await navigate({ to: '/settings/$part', params: { part: 'roles' }, search: { role: made.id } });
    },
  });
  const { values, set, faultOf } = form;
  return (
    <FormFrame form={form} submit={t('make')} canSend={values.name.trim() !== ''}>
      <TextInput
        label={t('name')}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
        error={faultOf('name')}
        data-autofocus
      />
      <Textarea
        label={t('description')}
        value={values.description}
        onChange={({ currentTarget }) => set('description', currentTarget.value)}
        error={faultOf('description')}
        autosize
      />
      <Select
        label={t('from')}
        description={t('fromWhy')}
        data={choices}
        value={values.from}
        onChange={(id) => id && set('from', id)}
        allowDeselect={false}
        error={faultOf('from')}
      />
    </FormFrame>
  );
}
