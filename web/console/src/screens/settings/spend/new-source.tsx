import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';

const spelled = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** A row for a source on which nothing was spent yet; it is kept with its first figure. */
export function NewSource({ onAdd }: { onAdd: (one: { source: string; campaign?: string }) => void }) {
  const t = useTranslations('settings.spend');
  const [source, setSource] = useState('');
  const [campaign, setCampaign] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!spelled(source)) return;
    onAdd({ source: spelled(source), ...(spelled(campaign) && { campaign: spelled(campaign) }) });
    setSource('');
    setCampaign('');
  };
  return (
    <form onSubmit={add}>
      <Group align="end" gap="xs">
        <TextInput
          label={t('newSource')}
          placeholder="LinkedIn"
          maxLength={100}
          value={source}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
        <TextInput
          label={t('newCampaign')}
          maxLength={100}
          value={campaign}
          onChange={({ currentTarget }) => setCampaign(currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}
