import { Button, Group, Menu, Switch, Textarea, TextInput } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { templatesQuery } from '../forms/queries.ts';
import { DeleteZone } from '../parts/danger.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { TemplatePreview } from './template-preview.tsx';

type Values = { name: string; subject: string; text: string; marketing: boolean };
const nothing: Values = { name: '', subject: '', text: '', marketing: false };
const savedOf = ({ version, name, subject, text, marketing }: Template) => ({
  version,
  values: { name, subject, text, marketing },
});

/** What a template may name; each is filled in from who the mail is to. */
const blanks = [
  'contact.firstName|there',
  'contact.lastName',
  'contact.company',
  'contact.email',
  'deal.name',
  'form.name',
  'owner.name',
  'workspace.name',
];

/** Puts a blank where the cursor is. */
function Blanks({ insert }: { insert(blank: string): void }) {
  const t = useTranslations('settings.templates');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={<IconBraces size={16} aria-hidden />}>
          {t('blank')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {blanks.map((blank) => (
          <Menu.Item key={blank} onClick={() => insert(`{{${blank}}}`)}>
            {`{{${blank}}}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A template, or a new one: subject and text with blanks, and how it reads with somebody's name in it. */
export function TemplateForm({ template, done }: { template: Template | undefined; done: () => void }) {
  const t = useTranslations('settings.templates');
  const common = useTranslations('common');
  const listed = useListed<Template>(templatesQuery.queryKey);
  const toast = useToast();
  const isReadOnly = !useMay()('templates:write');
  const area = useRef<HTMLTextAreaElement>(null);
  const path = { templateId: template?.id ?? '' };
  const form = useForm<Values, Template>({
    saved: template ? savedOf(template) : { values: nothing },
    write: ({ values, changes, options }) =>
      template
        ? api().patchTemplate({ path, body: changes }, options)
        : api().createTemplate({ body: values }, options),
    ...(template && { read: async () => savedOf(await api().getTemplate({ path })) }),
    done: (saved) => {
      listed.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
      done();
    },
  });
  const { values, set, faultOf } = form;
  const insert = (blank: string) => {
    const at = area.current?.selectionStart ?? values.text.length;
    set('text', values.text.slice(0, at) + blank + values.text.slice(at));
    area.current?.focus();
  };
  const labels = { name: t('name'), subject: t('subject'), text: t('text'), marketing: t('marketing') };
  const isWhole = [values.name, values.subject, values.text].every((text) => text.trim() !== '');
  return (
    <>
      <FormFrame
        form={form}
        submit={template ? common('save') : t('make')}
        labels={labels}
        isReadOnly={isReadOnly}
        canSend={form.isDirty && isWhole}
      >
        <TextInput
          label={t('name')}
          value={values.name}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
          error={faultOf('name')}
          disabled={isReadOnly}
        />
        <TextInput
          label={t('subject')}
          value={values.subject}
          onChange={({ currentTarget }) => set('subject', currentTarget.value)}
          error={faultOf('subject')}
          disabled={isReadOnly}
        />
        <Textarea
          ref={area}
          label={t('text')}
          description={t('textWhy')}
          value={values.text}
          onChange={({ currentTarget }) => set('text', currentTarget.value)}
          error={faultOf('text')}
          autosize
          minRows={8}
          maxRows={20}
          disabled={isReadOnly}
        />
        {!isReadOnly && (
          <Group>
            <Blanks insert={insert} />
          </Group>
        )}
        <Switch
          label={t('marketing')}
          description={t('marketingWhy')}
          checked={values.marketing}
          onChange={({ currentTarget }) => set('marketing', currentTarget.checked)}
          disabled={isReadOnly}
        />
      </FormFrame>
      {template && <TemplatePreview template={template} isSaved={!form.isDirty} />}
      {template && !isReadOnly && (
        <DeleteZone
          zone={t('danger')}
          about={t('deleteWhy')}
          title={t('deleteTitle', { name: template.name })}
          why={t('deleteMore')}
          run={() => api().deleteTemplate({ path })}
          done={() => {
            listed.remove(template.id);
            done();
          }}
        />
      )}
    </>
  );
}
