import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { InputProps } from '../field-def.ts';
import { type Column, columnsOf, type Row, type RowsType } from './columns.ts';
import classes from './rows.module.css';
import { Cell } from './rows-cell.tsx';

/** Rows of parts: addresses, numbers, prices. What is left blank is not kept. */
export function RowsField({ field, value, onChange, isBare, isFocused, error }: InputProps) {
  const t = useTranslations('fields');
  const type = field.type as RowsType;
  const columns = columnsOf[type];
  const given = (Array.isArray(value) ? value : []) as Row[];
  const rows = given.length > 0 ? given : [{}];
  const set = (at: number, change: Row) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  return (
    <Input.Wrapper {...(!isBare && { label: field.label })} error={error}>
      <fieldset className={classes.group} aria-label={field.label}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that stays while it is typed
          <div key={at} className={classes.row}>
            <div className={classes.cells}>
              {columns.map((column: Column, place: number) => (
                <Cell
                  key={column.name}
                  column={column}
                  row={row}
                  isFocused={Boolean(isFocused) && at === 0 && place === 0}
                  onChange={(change) => set(at, change)}
                />
              ))}
            </div>
            <ActionIcon
              mt={3}
              variant="subtle"
              color="gray"
              aria-label={t('removeRow', { row: at + 1 })}
              onClick={() => onChange(rows.filter((_, other) => other !== at))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...rows, {}])}
        >
          {t(`add.${type}`)}
        </Button>
      </fieldset>
    </Input.Wrapper>
  );
}
