import { Button, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBraces } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useOverSide } from '../parts/side-context.ts';
import { type Blank, blankOf, blanks, wordOf } from './template-values.ts';

/** Puts a blank where the cursor was: what is filled in, and what stands there where that is not known. */
export function BlankMenu({ insert }: { insert(blank: string): void }) {
  const t = useTranslations('settings.templates');
  const [isOpen, { toggle, close }] = useDisclosure();
  const [field, setField] = useState<Blank>('contact.firstName');
  const [fallback, setFallback] = useState('');
  useOverSide(isOpen);
  const blank = blankOf(field, fallback);
  const put = () => {
    close();
    setFallback('');
    insert(blank);
  };
  const entered = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // and not the form around
    put();
  };
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      trapFocus
      returnFocus
      position="bottom-start"
      shadow="md"
      width={300}
    >
      <Popover.Target>
        <Button variant="default" leftSection={<IconBraces size={16} aria-hidden />} onClick={toggle}>
          {t('blank')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('blank')} onKeyDown={entered}>
        <Stack gap="sm">
          <NativeSelect
            label={t('blankOf')}
            data-autofocus
            value={field}
            data={blanks.map((value) => ({ value, label: t(`blanks.${wordOf(value)}`) }))}
            onChange={({ currentTarget }) => setField(currentTarget.value as Blank)}
          />
          <TextInput
            label={t('otherwise')}
            placeholder={t('otherwiseExample')}
            value={fallback}
            maxLength={100}
            onChange={({ currentTarget }) => setFallback(currentTarget.value)}
          />
          <Text size="sm" c="var(--rapport-quiet)" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {blank}
          </Text>
          <Button type="button" onClick={put}>
            {t('insert')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
