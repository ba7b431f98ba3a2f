import { Radio, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { isEmpty } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import classes from './compare.module.css';
import type { Row } from './rows.ts';

function Value({ field, value }: { field: Row['field']; value: unknown }) {
  const t = useTranslations('duplicates');
  if (!isEmpty(value)) return <FieldValue field={field} value={value} />;
  return (
    <span className={classes.quiet}>
      <span aria-hidden>–</span>
      <span className="heard">{t('empty')}</span>
    </span>
  );
}

type CellProps = { row: Row; at: number; labelId: string; choose: (field: string, id: string) => void };
/** What a record says of a field, to be chosen where that is to choose. */
export function Cell({ row: { field, cells, outcome }, at, labelId, choose }: CellProps) {
  const id = useId();
  const cell = cells[at];
  if (!cell) return null;
  const value = <Value field={field} value={cell.value} />;
  if (!outcome?.isChoosable) return value;
  return (
    <Radio
      name={field.name}
      checked={outcome.winner === cell.id}
      onChange={() => choose(field.name, cell.id)}
      aria-labelledby={`${labelId} ${id}`}
      label={<span id={id}>{value}</span>}
      classNames={{ root: classes.choice ?? '', labelWrapper: classes.label ?? '' }}
    />
  );
}

/** What would come out of a field, and what would not. */
export function Result({ row: { field, cells, outcome }, stays }: { row: Row; stays: string | undefined }) {
  const t = useTranslations('duplicates');
  if (!outcome) return <Value field={field} value={cells.find(({ id }) => id === stays)?.value} />;
  const { value, isJoined, isChoosable, leftOut } = outcome;
  return (
    <>
      <Value field={field} value={value} />
      {!isChoosable && <div className={classes.note}>{t(isJoined ? 'joined' : 'byRule')}</div>}
      {leftOut.length > 0 && (
        <Text size="sm" c="var(--rapport-wrong)" component="div">
          {t('leftOut')} <FieldValue field={field} value={leftOut} />
        </Text>
      )}
    </>
  );
}
