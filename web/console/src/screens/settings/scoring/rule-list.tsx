import { ActionIcon, Button, NumberInput, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Does } from './does.tsx';
import { FitAsks, Holds } from './fit-asks.tsx';
import classes from './scoring.module.css';
import { newRule, type RuleDraft, type RuleGroup } from './scoring-values.ts';
import type { RulesForm } from './use-rules-form.ts';

const mostRules = 60;

export type RuleProps<G extends RuleGroup = RuleGroup> = { form: RulesForm; rule: RuleDraft<G> };

function Named({ form, rule }: RuleProps) {
  const t = useTranslations('settings.scoring');
  return (
    <TextInput
      label={t('ruleName')}
      value={rule.name}
      maxLength={100}
      onChange={({ currentTarget }) => form.put(rule.id, { ...rule, name: currentTarget.value })}
      error={form.ruleFault(rule.id, 'name', t('nameMissing'))}
      disabled={form.isReadOnly}
    />
  );
}

function Points({ form, rule }: RuleProps) {
  const t = useTranslations('settings.scoring');
  return (
    <NumberInput
      label={t('points')}
      value={rule.points ?? ''}
      min={-100}
      max={100}
      clampBehavior="none"
      allowDecimal={false}
      onChange={(typed) => form.put(rule.id, { ...rule, points: typed === '' ? undefined : Number(typed) })}
      error={form.ruleFault(rule.id, 'points', t('range', { min: -100, max: 100 }))}
      disabled={form.isReadOnly}
    />
  );
}

/** A rule in a line: what it is called, what it is for, and what it counts. */
function Line({ form, rule }: RuleProps) {
  const t = useTranslations('settings.scoring');
  const name = rule.name || t('newRule');
  return (
    <li className={classes.rule} aria-label={name}>
      <div className={classes.line}>
        <Named form={form} rule={rule} />
        {rule.group === 'fit' ? <FitAsks form={form} rule={rule} /> : <Does form={form} rule={rule} />}
        <Points form={form} rule={rule} />
        {!form.isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={t('removeRule', { name })}
            onClick={() => form.put(rule.id, undefined)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {rule.group === 'fit' && <Holds form={form} rule={rule} />}
    </li>
  );
}

/** The rules of a group; a new one stands last, with the keys in its name. */
export function RuleList({ form, group }: { form: RulesForm; group: RuleGroup }) {
  const t = useTranslations('settings.scoring');
  const list = useRef<HTMLUListElement>(null);
  const { rules } = form.values;
  const own = rules.filter((rule) => rule.group === group);
  const add = () => {
    form.set('rules', [...rules, newRule(rules, group)]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLInputElement>(':scope > li:last-child input')?.focus(),
    );
  };
  return (
    <>
      {own.length === 0 && <Text c="var(--rapport-quiet)">{t('noRules')}</Text>}
      <ul ref={list} className={classes.rules} aria-label={t(`groups.${group}`)}>
        {own.map((rule) => (
          <Line key={rule.id} form={form} rule={rule} />
        ))}
      </ul>
      {!form.isReadOnly && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
          disabled={rules.length >= mostRules}
        >
          {t(`add.${group}`)}
        </Button>
      )}
    </>
  );
}
