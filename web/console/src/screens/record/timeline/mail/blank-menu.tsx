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
  deal: '{{deal.name}}',
  amount: '{{deal.amount}}',
  stage: '{{deal.stage}}',
} as const;
const names = Object.keys(blanks) as (keyof typeof blanks)[];
type Props = { isOfDeal: boolean; onChoose: (blank: string) => void };

/** Blanks that are filled with what is known of the contact, and of the deal that it is about, when the mail is written. */
export function BlankMenu({ isOfDeal, onChoose }: Props) {
  const t = useTranslations('mailOut.write');
  const offered = names.filter((name) => isOfDeal || !blanks[name].startsWith('{{deal.'));
  return (
    <Menu position="bottom-start" width={240} shadow="md">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconBraces size={16} aria-hidden />}>
          {t('blank')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(blanks[name])}>
            {t(`blanks.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
