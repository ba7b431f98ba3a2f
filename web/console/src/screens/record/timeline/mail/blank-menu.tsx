import { Button, Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';

const blanks = {
  firstName: '{{contact.firstName|}}',
  lastName: '{{contact.lastName}}',
  company: '{{contact.company}}',
  jobTitle: '{{contact.jobTitle}}',
  owner: '{{owner.name}}',
  sender: '{{sender.name}}',
} as const;
const names = Object.keys(blanks) as (keyof typeof blanks)[];

/** Blanks that are filled with what is known of the contact when the mail is written. */
export function BlankMenu({ onChoose }: { onChoose: (blank: string) => void }) {
  const t = useTranslations('mailOut.write');
  return (
    <Menu position="bottom-start" width={240} shadow="md">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconBraces size={16} aria-hidden />}>
          {t('blank')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(blanks[name])}>
            {t(`blanks.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
