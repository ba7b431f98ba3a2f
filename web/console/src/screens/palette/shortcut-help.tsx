import { Group, Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { useShortcuts, useShownShortcuts } from '../../parts/shortcuts.ts';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const keyName = (key: string) => {
  if (key.toLowerCase() === 'mod') return isApple ? '⌘' : 'Ctrl';
  return key.length === 1 ? key.toUpperCase() : key;
};

function Keys({ keys }: { keys: string }) {
  return (
    <Group gap={4}>
      {keys.split(/\s*\+\s*/).map((key) => (
        <Kbd key={key}>{keyName(key)}</Kbd>
      ))}
    </Group>
  );
}

/** Behind `?`: every key that does something here. */
export function ShortcutHelp() {
  const t = useTranslations('palette');
  const [isOpen, { open, close }] = useDisclosure();
  useShortcuts([{ keys: 'shift + ?', label: t('shortcuts'), run: open }]);
  const shown = useShownShortcuts();
  return (
    <Modal opened={isOpen} onClose={close} title={t('shortcuts')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('key')}</Table.Th>
            <Table.Th>{t('does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ keys, label }) => (
            <Table.Tr key={`${keys} ${label}`}>
              <Table.Td>
                <Keys keys={keys} />
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
