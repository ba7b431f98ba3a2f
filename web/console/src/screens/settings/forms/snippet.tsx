import { Button, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import classes from './forms.module.css';

/** The HTML that puts the form on a page of one's own. */
export function Snippet({ text }: { text: string }) {
  const t = useTranslations('settings.forms');
  const common = useTranslations('common');
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2}>{t('snippet')}</Title>
        <CopyButton value={text} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {common(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="sm" c="var(--rapport-quiet)">
        {t('snippetWhy')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre className={classes.snippet} tabIndex={0}>
        {text}
      </pre>
    </Stack>
  );
}
