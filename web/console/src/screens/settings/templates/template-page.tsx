import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { templatesQuery } from '../forms/queries.ts';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { TemplateDanger } from './template-danger.tsx';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { newOf, nothing, patchOf, savedOf, type Values } from './template-values.ts';
import classes from './templates.module.css';

type Props = {
  /** Undefined where a new one is written. */
  template: Template | undefined;
  onMade: (id: string) => void;
  onDeleted: () => void;
};

function useEditor({ template, onMade }: Props) {
  const t = useTranslations('settings.templates');
  const listed = useListed<Template>(templatesQuery.queryKey);
  const toast = useToast();
  const path = { templateId: template?.id ?? '' };
  const form = useForm<Values, Template>({
    saved: template ? savedOf(template) : { values: nothing },
    write: ({ values, changes, options }) =>
      template
        ? api().patchTemplate({ path, body: patchOf(changes) }, options)
        : api().createTemplate({ body: newOf(values) }, options),
    ...(template && { read: async () => savedOf(await api().getTemplate({ path })) }),
    done: (saved) => {
      listed.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
      if (template) form.reset(savedOf(saved));
      else onMade(saved.id);
    },
  });
  return form;
}

/** A template, or a new one: what it says, and how it reads to whom one chooses. */
export function TemplatePage(props: Props) {
  const t = useTranslations('settings.templates');
  const { template, onDeleted } = props;
  const isReadOnly = !useMay()('templates:write');
  const form = useEditor(props);
  const labels = {
    name: t('name'),
    subject: t('subject'),
    text: t('text'),
    html: t('html'),
    marketing: t('marketing'),
  };
  return (
    <div className={classes.columns}>
      <div>
        <PageForm form={form} labels={labels}>
          <TemplateFields values={form.values} set={form.set} error={form.error} isReadOnly={isReadOnly} />
        </PageForm>
      </div>
      <TemplatePreview values={form.values} />
      {template && !isReadOnly && <TemplateDanger template={template} done={onDeleted} />}
    </div>
  );
}
