import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { Loaded } from '../parts/loaded.tsx';
import classes from './templates.module.css';

/** How the mail reads, as the API fills it in. */
export function TemplatePreview({
  template: { id, version },
  isSaved,
}: {
  template: Template;
  isSaved: boolean;
}) {
  const t = useTranslations('settings.templates');
  const preview = useQuery({
    queryKey: ['template-preview', id, version],
    queryFn: () => api().previewTemplate({ path: { templateId: id }, body: {} }),
  });
  return (
    <Stack gap="xs" mt="lg" component="section" aria-label={t('preview')}>
      <Title order={3}>{t('preview')}</Title>
      <Text size="sm" c="var(--rapport-quiet)">
        {t(isSaved ? 'previewWhy' : 'previewOld')}
      </Text>
      <Loaded query={preview}>
        {({ subject, text }) => (
          <div className={classes.mail}>
            <Text fw={600} mb="xs">
              {subject}
            </Text>
            <Text className={classes.text}>{text}</Text>
          </div>
        )}
      </Loaded>
    </Stack>
  );
}
