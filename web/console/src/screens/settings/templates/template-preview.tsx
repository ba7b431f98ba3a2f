import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mergeFields } from '../../../../../../shared/mail/merge-field-names.ts';
import type { PreviewMailResponse } from '../../../../../client/src/index.ts';
import { isProblem } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { MailSheet } from '../../../parts/mail-sheet.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useFaults } from './faults.ts';
import { previewQuery } from './preview-of.ts';
import { type Values, wordOf } from './template-values.ts';
import classes from './templates.module.css';

const pauseMs = 400;

/** How the mail reads while it is written: as somebody whom one chooses would get it, as the API fills it in. */
export function TemplatePreview({ values }: { values: Values }) {
  const t = useTranslations('settings.templates');
  const mayChoose = useMay()('contacts:read');
  const [contactId, setContactId] = useState<string>();
  const [draft] = useDebouncedValue(values, pauseMs);
  const asked = previewQuery(draft, contactId);
  const preview = useQuery({ ...asked, placeholderData: keepPreviousData });
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
      <Text size="sm" c="var(--rapport-quiet)">
        {t(!asked.enabled ? 'previewNone' : contactId ? 'previewOf' : 'previewWhy')}
      </Text>
      {asked.enabled && !isProblem(preview.error, 'validation_failed') && (
        <Loaded query={preview}>{(mail) => <Mail {...mail} withHtml={Boolean(draft.html.trim())} />}</Loaded>
      )}
      {asked.enabled && isProblem(preview.error, 'validation_failed') && <Wrong error={preview.error} />}
    </Stack>
  );
}

const fields = ['subject', 'text', 'html'] as const;
/** What cannot be filled in, as it will be refused; said quietly, since somebody may be in the middle of a word. */
function Wrong({ error }: { error: unknown }) {
  const faultOf = useFaults(error);
  const faults = fields.flatMap((name) => faultOf(name) ?? []);
  return faults.map((fault) => (
    <Text key={fault} size="sm" className={classes.fault}>
      {fault}
    </Text>
  ));
}

/** The blanks for which nothing is known, by their names. */
function Missing({ missing }: Pick<PreviewMailResponse, 'missing'>) {
  const t = useTranslations('settings.templates');
  const nameOf = (field: string) => {
    const blank = mergeFields.find((one) => one === field);
    return blank ? t(`blanks.${wordOf(blank)}`) : field;
  };
  const names = new Set(missing.map(({ field }) => nameOf(field)));
  return (
    <Text size="sm" className={classes.fault}>
      {t('missing', { blanks: [...names].join(', ') })}
    </Text>
  );
}

type MailProps = PreviewMailResponse & { withHtml: boolean };
function Mail({ subject, text, html, missing, withHtml }: MailProps) {
  const t = useTranslations('settings.templates');
  return (
    <MailSheet title={t('preview')} subject={subject} text={text} html={withHtml ? html : undefined}>
      {missing.length > 0 && <Missing missing={missing} />}
    </MailSheet>
  );
}
