import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { NewRule } from './new-rule.tsx';
import { rulesQuery } from './queries.ts';
import { RulePage } from './rule-page.tsx';
import { RulesTable } from './rules-table.tsx';

/** What happens by itself, and one of the rules by which it does. */
export function RulesPart() {
  const t = useTranslations('settings.rules');
  const may = useMay();
  const navigate = useNavigate();
  const { rule: chosen } = useSearch({ strict: false }) as { rule?: string };
  const rules = useQuery(rulesQuery);
  const [isMaking, { open, close }] = useDisclosure();
  const one = rules.data?.find(({ id }) => id === chosen);
  const go = (rule?: string) =>
    void navigate({ to: '/settings/$part', params: { part: 'rules' }, search: rule ? { rule } : {} });
  const add = may('rules:write') && !one && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="rules" actions={add} {...(one && { one: one.name })}>
      <Loaded query={rules}>
        {(all) =>
          one ? <RulePage key={one.id} rule={one} onDeleted={() => go()} /> : <RulesTable rules={all} />
        }
      </Loaded>
      <SideDrawer title={t('add')} opened={isMaking} onClose={close}>
        <NewRule
          done={({ id }) => {
            close();
            go(id);
          }}
        />
      </SideDrawer>
    </SettingsPart>
  );
}
