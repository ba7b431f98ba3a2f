import { Button, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBraces } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { blankOf } from './blanks.ts';
import { useOverSide } from './side-context.ts';

type Props = {
  /** What may be filled in, each with its name in words; the usual one first. */
  blanks: readonly { value: string; label: string }[];
  /** Takes a blank as it is written. */
  insert(blank: string): void;
};

/** Puts a blank where the cursor was: what is filled in, and what stands there where that is not known. */
export function BlankMenu({ blanks, insert }: Props) {
  const t = useTranslations('settings.blanks');
  const [isOpen, { toggle, close }] = useDisclosure();
  const [field, setField] = useState(blanks[0]?.value ?? '');
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
    <Popover opened={isOpen} onDismiss={close} trapFocus position="bottom-start" shadow="md" width={300}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBraces size={16} aria-hidden />} onClick={toggle}>
          {t('title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')} onKeyDown={entered}>
        <Stack gap="sm">
          <NativeSelect
            label={t('what')}
            data-autofocus
            value={field}
            data={[...blanks]}
            onChange={({ currentTarget }) => setField(currentTarget.value)}
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
          <Button onClick={put}>{t('insert')}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
