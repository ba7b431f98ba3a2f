import { Stack, TextInput, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { DeleteZone } from '../parts/danger.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { FieldRows } from './field-rows.tsx';
import { FormPreview } from './form-preview.tsx';
import { Answering, Routing } from './form-routing.tsx';
import { patchOf, savedOf, type Values, type WebForm } from './form-values.ts';
import classes from './forms.module.css';
import { formsQuery } from './queries.ts';
import { Snippet } from './snippet.tsx';

function useFormEditor(webForm: WebForm) {
  const t = useTranslations('settings.forms');
  const listed = useListed<WebForm>(formsQuery.queryKey);
  const toast = useToast();
  const path = { formId: webForm.id };
  const editor = useForm<Values, WebForm>({
    saved: savedOf(webForm),
    write: ({ values, changes, options }) =>
      api().patchForm({ path, body: patchOf(changes, values) }, options),
    read: async () => savedOf(await api().getForm({ path })),
    done: (saved) => {
      listed.put(saved);
      toast.done({ message: t('saved') });
      editor.reset(savedOf(saved));
    },
  });
  return editor;
}

/** A form: what it asks for, what becomes of what is sent, how it looks, and the snippet that puts it on a page. */
export function FormPage({ webForm, onDeleted }: { webForm: WebForm; onDeleted(): void }) {
  const t = useTranslations('settings.forms');
  const listed = useListed<WebForm>(formsQuery.queryKey);
  const isReadOnly = !useMay()('forms:write');
  const form = useFormEditor(webForm);
  const { values, set, faultOf } = form;
  const labels = { name: t('name'), fields: t('fields'), tags: t('tags'), thanks: t('thanks') };
  return (
    <div className={classes.columns}>
      <div>
        <PageForm form={form} labels={labels}>
          <TextInput
            label={t('name')}
            value={values.name}
            onChange={({ currentTarget }) => set('name', currentTarget.value)}
            error={faultOf('name')}
            disabled={isReadOnly}
          />
          <Title order={2}>{t('fields')}</Title>
          <FieldRows
            fields={values.fields}
            onChange={(fields) => set('fields', fields)}
            isReadOnly={isReadOnly}
          />
          <Title order={2}>{t('routing')}</Title>
          <Routing form={form} isReadOnly={isReadOnly} />
          <Title order={2}>{t('answering')}</Title>
          <Answering form={form} isReadOnly={isReadOnly} />
        </PageForm>
        {!isReadOnly && (
          <DeleteZone
            zone={t('danger')}
            about={t('deleteWhy')}
            title={t('deleteTitle', { name: webForm.name })}
            why={t('deleteMore')}
            run={() => api().deleteForm({ path: { formId: webForm.id } })}
            done={() => {
              listed.remove(webForm.id);
              onDeleted();
            }}
          />
        )}
      </div>
      <Stack className={classes.beside}>
        <Title order={2}>{t('preview')}</Title>
        <FormPreview values={values} />
        <Snippet text={webForm.snippet} />
      </Stack>
    </div>
  );
}
