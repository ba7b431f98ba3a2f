import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { previewQuery, showsUnsaved } from './preview-of.ts';
import type { Values } from './template-values.ts';
import classes from './templates.module.css';

type Props = { template: Template | undefined; values: Values; isDirty: boolean };
const pauseMs = 400;

/** How the mail reads: as somebody whom one chooses would get it, as the API fills it in. */
export function TemplatePreview({ template, values, isDirty }: Props) {
  const t = useTranslations('settings.templates');
  const mayChoose = useMay()('contacts:read');
  const [contactId, setContactId] = useState<string>();
  const [draft] = useDebouncedValue(values, pauseMs);
  const asked = previewQuery(template, draft, contactId);
  const preview = useQuery({ ...asked, placeholderData: keepPreviousData });
  const why = isDirty && !showsUnsaved ? 'previewOld' : contactId ? 'previewOf' : 'previewWhy';
  return (
    <Stack gap="sm" component="section" aria-label={t('preview')} className={classes.beside}>
      <Title order={2}>{t('preview')}</Title>
      {mayChoose && (
        <FieldInput
          field={{ label: t('reader'), type: 'record', of: 'contact' }}
          value={contactId}
          onChange={(id) => setContactId(typeof id === 'string' ? id : undefined)}
        />
      )}
      <Text size="sm" c="var(--rapport-quiet)" aria-live="polite">
        {t(asked.enabled ? why : 'previewNone')}
      </Text>
      {asked.enabled && (
        <Loaded query={preview}>{(mail) => <Mail {...mail} withHtml={Boolean(draft.html.trim())} />}</Loaded>
      )}
    </Stack>
  );
}

/** Of HTML of one's own a picture of the page is shown, in which nothing runs. */
function Mail({
  subject,
  text,
  html,
  withHtml,
}: {
  subject: string;
  text: string;
  html: string;
  withHtml: boolean;
}) {
  const t = useTranslations('settings.templates');
  return (
    <div className={classes.mail}>
      <Text fw={600} className={classes.subject}>
        {subject}
      </Text>
      {withHtml ? (
        <iframe className={classes.page} title={t('preview')} sandbox="" srcDoc={html} />
      ) : (
        <Text className={classes.text}>{text}</Text>
      )}
    </div>
  );
}
