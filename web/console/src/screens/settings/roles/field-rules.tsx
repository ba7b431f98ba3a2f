import { ActionIcon, NativeSelect, Select, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FieldRule, RolePolicy } from '../../../../../client/src/index.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { canHide, type RuledKind, ruledKinds } from './policy.ts';
import classes from './roles.module.css';

type Fields = RolePolicy['fields'];
type Props = { fields: Fields; onChange: (fields: Fields) => void; isReadOnly: boolean };

/** Which fields who has the role does not see, or does not set. */
export function FieldRules({ fields, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.roles');
  const kinds = ruledKinds.filter((kind) => !isReadOnly || Object.keys(fields[kind] ?? {}).length > 0);
  return (
    <section>
      <Title order={2}>{t('fields')}</Title>
      <p className={classes.about}>{kinds.length > 0 ? t('fieldsWhy') : t('fieldsNone')}</p>
      <div className={classes.rules}>
        {kinds.map((kind) => (
          <KindRules
            key={kind}
            kind={kind}
            rules={fields[kind] ?? {}}
            onChange={(rules) => onChange({ ...fields, [kind]: rules })}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
    </section>
  );
}

type Rules = Record<string, FieldRule>;
type KindProps = { kind: RuledKind; rules: Rules; onChange: (rules: Rules) => void; isReadOnly: boolean };

function KindRules({ kind, rules, onChange, isReadOnly }: KindProps) {
  const t = useTranslations('settings.roles');
  const kinds = useTranslations('kinds.many');
  const choices = useRuledFields(kind);
  const labelOf = (name: string) => choices.find(({ value }) => value === name)?.label ?? name;
  const left = choices.filter(({ value }) => !rules[value]);
  const without = (name: string) => {
    const { [name]: _, ...others } = rules;
    return others;
  };
  return (
    <fieldset className={classes.kind}>
      <legend>{kinds(kind)}</legend>
      {Object.entries(rules).map(([name, rule]) => (
        <div key={name} className={classes.rule}>
          <span>{labelOf(name)}</span>
          {isReadOnly ? (
            <span className={classes.none}>{t(`rules.${rule}`)}</span>
          ) : (
            <>
              <NativeSelect
                size="xs"
                aria-label={t('ruleOf', { field: labelOf(name) })}
                value={rule}
                data={(['hidden', 'readonly'] as const).map((value) => ({
                  value,
                  label: t(`rules.${value}`),
                  disabled: value === 'hidden' && !canHide(kind, name),
                }))}
                onChange={({ currentTarget }) =>
                  onChange({ ...rules, [name]: currentTarget.value as FieldRule })
                }
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('removeRule', { field: labelOf(name) })}
                onClick={() => onChange(without(name))}
              >
                <IconX size={16} />
              </ActionIcon>
            </>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Select
          mt={4}
          aria-label={t('addRule', { kind: kinds(kind) })}
          placeholder={t('addRulePlaceholder')}
          data={left}
          value={null}
          searchable
          onChange={(name) =>
            name && onChange({ ...rules, [name]: canHide(kind, name) ? 'hidden' : 'readonly' })
          }
        />
      )}
    </fieldset>
  );
}

/** The fields of a kind that a role may hold back: those that are set by people, and all of the workspace's own at once. */
function useRuledFields(kind: RuledKind) {
  const t = useTranslations('settings.roles');
  const fields = useFields(kind)
    .filter(({ name, isOnlyAsked, isReadOnly }) => !isOnlyAsked && (canHide(kind, name) || !isReadOnly))
    .map(({ name: value, label }) => ({ value, label }));
  return [...fields, { value: 'custom', label: t('allCustom') }];
}
