import { Tabs } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { DeleteZone } from '../parts/danger.tsx';
import { equal } from '../parts/equal.ts';
import { useListed } from '../parts/use-listed.ts';
import type { Definition, Rule } from './definition.ts';
import { DryRun } from './dry-run.tsx';
import { History } from './history.tsx';
import { rulesQuery, versionsQuery } from './queries.ts';
import { RuleBar } from './rule-bar.tsx';
import { RuleForm } from './rule-form.tsx';
import { useRuleActs } from './use-rule-acts.ts';
import { savedOf, useRuleEditor } from './use-rule-editor.ts';

type Props = { rule: Rule; onDeleted: () => void };
const tabs = ['steps', 'history', 'try'] as const;
type Tab = (typeof tabs)[number];

/** The tab in the address, so that it is there again. */
function useTab() {
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const current = tabs.find((one) => one === tab) ?? 'steps';
  const go = (to: Tab) =>
    void navigate({
      to: '/settings/$part',
      params: { part: 'rules' },
      ignoreBlocker: true, // the steps stay as they are typed
      search: ({ rule }: { rule?: string }) => ({ rule, ...(to !== 'steps' && { tab: to }) }),
    });
  return { current, go };
}

/** A rule: how it stands, what it does in steps, and what it has done. */
export function RulePage({ rule, onDeleted }: Props) {
  const t = useTranslations('settings.rules');
  const isReadOnly = !useMay()('rules:write');
  const form = useRuleEditor(rule);
  const acts = useRuleActs(rule, form.version, (after) => form.reset(savedOf(after)));
  const versions = useQuery(versionsQuery(rule.id, rule.live?.number));
  const live = versions.data?.find(({ number }) => number === rule.live?.number);
  const hasNews = live !== undefined && !equal(live.definition, rule.draft);
  const { current, go } = useTab();
  const trying = useMutation({
    mutationFn: (body: { days: number; definition: Definition }) =>
      api().dryRunRule({ path: { ruleId: rule.id }, body }),
  });
  const offered = tabs.filter((tab) => tab !== 'try' || !isReadOnly);
  return (
    <>
      <RuleBar rule={rule} acts={acts} hasNews={hasNews} isDirty={form.isDirty} isReadOnly={isReadOnly} />
      <Tabs value={current} onChange={(to) => go(tabs.find((one) => one === to) ?? 'steps')}>
        <Tabs.List aria-label={t('tabs')} mb="md">
          {offered.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(tab)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="steps">
          <RuleForm
            form={form}
            refused={acts.refused ?? acts.notResumed ?? trying.error}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && <RuleDanger rule={rule} done={onDeleted} />}
        </Tabs.Panel>
        <Tabs.Panel value="try">
          <DryRun trying={trying} definition={form.values.draft} />
        </Tabs.Panel>
        <Tabs.Panel value="history" keepMounted={false}>
          <History rule={rule} versions={versions.data ?? []} isReadOnly={isReadOnly} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function RuleDanger({ rule: { id, name, preset }, done }: { rule: Rule; done: () => void }) {
  const t = useTranslations('settings.rules');
  const listed = useListed<Rule>(rulesQuery.queryKey);
  return (
    <DeleteZone
      zone={t('danger')}
      about={t('deleteWhy')}
      title={t('deleteTitle', { name })}
      why={preset ? `${t('deleteMore')} ${t('deletePreset')}` : t('deleteMore')}
      run={() => api().deleteRule({ path: { ruleId: id } })}
      done={() => {
        done();
        listed.remove(id);
      }}
    />
  );
}
