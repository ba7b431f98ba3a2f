import { CloseButton, Select, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { FilterDef, Operator } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { operandType } from '../../../fields/operators.ts';
import type { Test } from './condition.ts';
import { firstTest, shownTest } from './defs.ts';
import classes from './filter.module.css';
import { MomentInput } from './moment-input.tsx';

type Props = {
  test: Test;
  defs: ReadonlyMap<string, FilterDef>;
  error: string | undefined;
  onChange: (test: Test) => void;
  onRemove: () => void;
};

const isTime = ({ type }: FilterDef) => type === 'date' || type === 'instant';

function Operand({
  test,
  def,
  onChange,
}: {
  test: Test;
  def: FilterDef;
  onChange: (value: unknown) => void;
}) {
  const t = useTranslations('common');
  const { operator, value } = test;
  if (operator === '$exists')
    return (
      <Select
        aria-label={def.label}
        allowDeselect={false}
        value={String(value)}
        data={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={(chosen) => onChange(chosen === 'true')}
      />
    );
  if (isTime(def))
    return (
      <MomentInput label={def.label} isSpan={operator === '$within'} value={value} onChange={onChange} />
    );
  const type = operandType(def.type, operator);
  return <FieldInput isBare field={{ ...def, type, isRequired: false }} value={value} onChange={onChange} />;
}

/** What comparing by another operator keeps of a value: all of it where it is edited in the same way. */
function withOperator(test: Test, def: FilterDef, operator: Operator): Test {
  if (operator === '$exists') return { ...test, operator, value: true };
  const isSame = operandType(def.type, test.operator) === operandType(def.type, operator) && !isTime(def);
  const isSpanless = isTime(def) && operator !== '$within' && !Array.isArray(test.value);
  return { ...test, operator, value: isSame || isSpanless ? test.value : undefined };
}

/** One question: a field, how it is compared, and with what. */
export function TestRow({ test: written, defs, error, onChange, onRemove }: Props) {
  const t = useTranslations('lists');
  const operators = useTranslations('fields.operators');
  const def = defs.get(written.field);
  const test = shownTest(written, def);
  const offered = [...new Set([...(def?.operators ?? []), test.operator])];
  const choose = (path: string | null) => {
    const next = path ? defs.get(path) : undefined;
    if (next) onChange({ ...firstTest(next), id: test.id });
  };
  return (
    <fieldset className={classes.test} aria-label={def?.label ?? test.field}>
      <Select
        className={classes.field}
        aria-label={t('field')}
        searchable
        allowDeselect={false}
        value={test.field}
        data={[...defs.values()].map(({ path, label }) => ({ value: path, label }))}
        onChange={choose}
      />
      <Select
        className={classes.operator}
        aria-label={t('operator')}
        allowDeselect={false}
        value={test.operator}
        data={offered.map((operator) => ({ value: operator, label: operators(operator) }))}
        onChange={(operator) => def && operator && onChange(withOperator(test, def, operator as Operator))}
      />
      <div className={classes.operand}>
        {def && <Operand test={test} def={def} onChange={(value) => onChange({ ...test, value })} />}
      </div>
      <CloseButton className={classes.remove} aria-label={t('removeTest')} onClick={onRemove} />
      {error && (
        <Text className={classes.error} c="var(--mantine-color-error)" size="sm" role="alert">
          {error}
        </Text>
      )}
    </fieldset>
  );
}
