import { TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import type { Rule } from './definition.ts';
import { rulesQuery } from './queries.ts';
import { newDefinition } from './triggers.ts';

/** A new rule by its name; it does nothing until it is published. */
export function NewRule({ done }: { done(rule: Rule): void }) {
  const t = useTranslations('settings.rules');
  const listed = useListed<Rule>(rulesQuery.queryKey);
  const form = useForm<{ name: string }, Rule>({
    saved: { values: { name: '' } },
    write: ({ values: { name }, options }) =>
      api().createRule({ body: { name, draft: newDefinition } }, options),
    done: (made) => {
      listed.put(made);
      done(made);
    },
  });
  return (
    <FormFrame form={form} submit={t('make')} canSend={form.values.name.trim() !== ''}>
      <TextInput
        label={t('name')}
        description={t('nameWhy')}
        value={form.values.name}
        maxLength={100}
        onChange={({ currentTarget }) => form.set('name', currentTarget.value)}
        error={form.faultOf('name')}
        data-autofocus
      />
    </FormFrame>
  );
}
