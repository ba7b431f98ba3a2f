import { TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { bodyOf, newForm, type Target, targets, type WebForm } from './form-values.ts';
import { formsQuery } from './queries.ts';

/** A new form by its name: it begins with what most ask for. */
export function NewForm({ done }: { done(form: WebForm): void }) {
  const t = useTranslations('settings.forms');
  const labelOf = useTranslations('settings.forms.targets');
  const listed = useListed<WebForm>(formsQuery.queryKey);
  const labels = Object.fromEntries(
    (Object.keys(targets) as Target[]).map((target) => [target, labelOf(target)]),
  );
  const form = useForm<{ name: string }, WebForm>({
    saved: { values: { name: '' } },
    write: ({ values, options }) =>
      api().createForm({ body: bodyOf(newForm(labels as Record<Target, string>, values.name)) }, options),
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
        onChange={({ currentTarget }) => form.set('name', currentTarget.value)}
        error={form.faultOf('name')}
        data-autofocus
      />
    </FormFrame>
  );
}
