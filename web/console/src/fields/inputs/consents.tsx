import { Button, Group, Input, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InputProps } from '../field-def.ts';
import classes from './rows.module.css';

type Consent = { status: 'granted' | 'withdrawn'; source?: string };

/** What a person has agreed to, by purpose. A purpose is added by its name. */
export function ConsentsField({ field, value, onChange, isBare, error }: InputProps) {
  const t = useTranslations('fields');
  const [purpose, setPurpose] = useState('');
  const consents = (value ?? {}) as Record<string, Consent>;
  const name = purpose
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_');
  const add = () => {
    if (!name) return;
    onChange({ ...consents, [name]: { status: 'granted' } });
    setPurpose('');
  };
  return (
    <Input.Wrapper {...(!isBare && { label: field.label })} error={error}>
      <fieldset className={classes.group} aria-label={field.label}>
        {Object.entries(consents).map(([of, consent]) => (
          <Group key={of} gap="xs" pb={6} justify="space-between">
            <Text>{of}</Text>
            <SegmentedControl
              size="xs"
              aria-label={of}
              value={consent.status}
              data={[
                { value: 'granted', label: t('values.consent.granted') },
                { value: 'withdrawn', label: t('values.consent.withdrawn') },
              ]}
              onChange={(status) => onChange({ ...consents, [of]: { status } })}
            />
          </Group>
        ))}
        <Group gap={6} wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={t('purpose')}
            placeholder={t('purpose')}
            value={purpose}
            onChange={({ currentTarget }) => setPurpose(currentTarget.value)}
          />
          <Button variant="default" disabled={!name} onClick={add}>
            {t('add.consents')}
          </Button>
        </Group>
      </fieldset>
    </Input.Wrapper>
  );
}
