import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FormState } from './use-form.ts';

/** A value in a line, whatever it is. */
const lineOf = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return '–';
  if (Array.isArray(value)) return value.map(lineOf).join(', ') || '–';
  if (typeof value !== 'object') return String(value);
  return 'name' in value ? String(value.name) : JSON.stringify(value);
};

type Props = {
  form: FormState;
  labels: Record<string, string>;
  /** How the values of fields are said that are no simple ones. */
  words?: Record<string, (value: unknown) => string>;
};
/** What somebody else has changed while one was typing: field by field one chooses, and nothing typed is gone. */
export function Theirs({ form, labels, words = {} }: Props) {
  const t = useTranslations('settings.form');
  if (form.theirs.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      icon={<IconUsers size={18} />}
      title={t('theirsTitle')}
    >
      <Stack gap="xs">
        <Text>{t('theirsWhy')}</Text>
        {form.theirs.map(({ name, value, take }) => (
          <Group key={name} justify="space-between" wrap="nowrap">
            <Text>
              <b>{labels[name] ?? name}</b>: {(words[name] ?? lineOf)(value)}
            </Text>
            <Button variant="default" size="compact-sm" onClick={take}>
              {t('take')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
