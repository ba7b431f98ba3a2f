import { NumberInput, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ScoringRules } from '../../../../../client/src/index.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { Section } from '../mail/section.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { RuleList } from './rule-list.tsx';
import classes from './scoring.module.css';
import { type RulesForm, useRulesForm } from './use-rules-form.ts';

const custom = 'custom.';
const leasts = { base: 0, fitCap: 0, engagementCap: 0, hotFrom: 1 } as const;

/** A number of the score as a whole. */
function Figure({ form, name }: { form: RulesForm; name: keyof typeof leasts }) {
  const t = useTranslations('settings.scoring');
  const limits = { min: leasts[name], max: 100 };
  return (
    <NumberInput
      label={t(`figures.${name}`)}
      description={t(`figuresWhy.${name}`)}
      {...limits}
      clampBehavior="none"
      allowDecimal={false}
      value={form.values[name] ?? ''}
      onChange={(typed) => form.set(name, typed === '' ? undefined : Number(typed))}
      error={form.faultOf(name, t('range', limits))}
      disabled={form.isReadOnly}
    />
  );
}

/** The yes/no field that says how a contact came out; without one, customers and won deals do. */
function Outcome({ form }: { form: RulesForm }) {
  const t = useTranslations('settings.scoring');
  const { outcomeField } = form.values;
  const choices = useFields('contact')
    .filter(({ name, type }) => name.startsWith(custom) && type === 'boolean')
    .map(({ name, label }) => ({ value: name.slice(custom.length), label }));
  const isKnown = outcomeField === null || choices.some(({ value }) => value === outcomeField);
  const none = { value: '', label: t('outcomeNone') };
  return (
    <Select
      label={t('outcome')}
      description={t('outcomeWhy')}
      allowDeselect={false}
      data={[none, ...choices, ...(isKnown ? [] : [{ value: outcomeField, label: outcomeField }])]}
      value={outcomeField ?? ''}
      onChange={(value) => form.set('outcomeField', value || null)}
      error={form.faultOf('outcomeField', '')}
      disabled={form.isReadOnly}
      maw={420}
    />
  );
}

/** By what leads are scored where nothing was learned, and what counts as hot. */
export function RulesEditor({ rules }: { rules: ScoringRules }) {
  const t = useTranslations('settings.scoring');
  const form = useRulesForm(rules);
  const labels = {
    rules: t('rules'),
    base: t('figures.base'),
    fitCap: t('figures.fitCap'),
    engagementCap: t('figures.engagementCap'),
    hotFrom: t('figures.hotFrom'),
    outcomeField: t('outcome'),
  };
  return (
    <PageForm form={form} labels={labels}>
      <Section title={t('groups.fit')} about={t('groupsWhy.fit')}>
        <RuleList form={form} group="fit" />
      </Section>
      <Section title={t('groups.engagement')} about={t('groupsWhy.engagement')}>
        <RuleList form={form} group="engagement" />
      </Section>
      <Section title={t('whole')} about={t('wholeWhy')}>
        <div className={classes.figures}>
          {(['base', 'fitCap', 'engagementCap', 'hotFrom'] as const).map((name) => (
            <Figure key={name} form={form} name={name} />
          ))}
        </div>
        <Outcome form={form} />
      </Section>
    </PageForm>
  );
}
