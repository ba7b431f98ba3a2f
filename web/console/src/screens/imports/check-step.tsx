import { Button, Tabs, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { ChangedRows } from './changed-rows.tsx';
import { CheckHowAgain } from './check-how.tsx';
import { CheckedRows } from './checked-rows.tsx';
import { Faults } from './faults.tsx';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import { Looked } from './looked.tsx';
import type { Outcome } from './queries.ts';
import { RepairBar } from './repair-bar.tsx';
import { RepairsProvider } from './repairs-context.ts';
import { RepairsList } from './repairs-list.tsx';
import { RunCard } from './run-card.tsx';
import type { StepProps } from './step-props.ts';
import { Suggestions } from './suggestions.tsx';
import { useDraftRepairs } from './use-draft-repairs.ts';
import { type Looking, useFound } from './use-found.ts';
import { howOf } from './use-import-acts.ts';
import { Working } from './working.tsx';

type Check = NonNullable<Import['check']>;
const tabs = [
  'suggested',
  'invalid',
  'faulty',
  'new',
  'existing',
  'repeated',
  'changed',
  'stale',
  'repairs',
] as const;
type Tab = (typeof tabs)[number];

/** Which rows are looked at, as the address says it; at first those of which something may have to be said. */
function useTab(counts: Record<Tab, number>) {
  const { show }: { show?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shown = tabs.filter((tab) => counts[tab] > 0 || tab === 'new');
  const [first = 'new'] = shown;
  const tab = shown.find((one) => one === show) ?? first;
  const go = (to: string | null) =>
    void navigate({ to: '.', search: { show: to ?? first }, replace: true, resetScroll: false });
  return { tab, shown, go };
}

function Shown({ tab, one, acts, looking }: StepProps & { tab: Tab; looking: Looking }) {
  const { found } = looking;
  switch (tab) {
    case 'suggested':
      return <Suggestions one={one} acts={acts} looking={looking} />;
    case 'faulty':
      return <Faults kind={one.kind} looking={looking} />;
    case 'changed':
      return <ChangedRows one={one} rows={found.changed} />;
    case 'stale':
      return <ChangedRows one={one} rows={found.stale} />;
    case 'repairs':
      return <RepairsList kind={one.kind} />;
    default:
      return <CheckedRows key={tab} one={one} outcome={tab satisfies Outcome} />;
  }
}

const isFound: readonly Tab[] = ['suggested', 'faulty', 'changed', 'stale'];
function Outcomes({ one, check, acts }: StepProps & { check: Check }) {
  const t = useTranslations('imports.check');
  const format = useFormatter();
  const { mayWrite } = useImportRights(one.kind);
  const draft = useDraftRepairs(one, mayWrite);
  const looking = useFound(one, check);
  const repairs = Math.max(draft.all.length, one.replacements?.length ?? 0);
  const counts: Record<Tab, number> = { ...check, repairs };
  const { tab, shown, go } = useTab(counts);
  return (
    <RepairsProvider value={draft}>
      <Tabs value={tab} onChange={go} keepMounted={false}>
        <Tabs.List className={classes.tabs} aria-label={t('tabs')}>
          {shown.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={<span className={classes.count}>{format.number(counts[one])}</span>}
            >
              {t(`found.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="sm">
          <Text className={classes.quiet} mb="xs">
            {t(`why.${tab}`)}
          </Text>
          {isFound.includes(tab) && <Looked looking={looking} check={check} />}
          <Shown tab={tab} one={one} acts={acts} looking={looking} />
        </Tabs.Panel>
      </Tabs>
      <RepairBar one={one} acts={acts} draft={draft} />
      {mayWrite && draft.changed === 0 && <RunCard one={one} check={check} acts={acts} />}
    </RepairsProvider>
  );
}

/** That suggestions are taken without being asked about, and the way to be asked again. */
function TakesAll({ one, acts }: StepProps) {
  const t = useTranslations('imports.check');
  const { mayWrite } = useImportRights(one.kind);
  const { acceptFrom: _, ...how } = howOf(one);
  return (
    <div className={classes.line}>
      <Text>{t('takesAll')}</Text>
      {mayWrite && (
        <Button variant="default" loading={acts.isBusy} onClick={() => acts.check(how)}>
          {t('stopTaking')}
        </Button>
      )}
    </div>
  );
}

/** What each row would become, what was probably meant, and what would come of it all. */
export function CheckStep({ one, acts }: StepProps) {
  const t = useTranslations('imports');
  const { mayWrite } = useImportRights(one.kind);
  if (one.status === 'checking')
    return <Working title={t('busy.checking')} why={`${t('busy.checkingWhy')} ${t('busy.readingWhy')}`} />;
  const { check } = one;
  return (
    <>
      <div className={classes.line}>
        <Title order={2}>{t('check.title')}</Title>
        {mayWrite && (
          <Button
            renderRoot={(props) => (
              <Link
                {...props}
                to="/imports/$importId"
                params={{ importId: one.id }}
                search={{ step: 'columns' }}
              />
            )}
            variant="default"
            size="compact-sm"
            className={classes.touched}
          >
            {t('check.change')}
          </Button>
        )}
      </div>
      {check && mayWrite && <CheckHowAgain key={one.version} one={one} acts={acts} />}
      {check && one.acceptFrom !== undefined && <TakesAll one={one} acts={acts} />}
      {check && <Outcomes key={one.version} one={one} check={check} acts={acts} />}
    </>
  );
}
