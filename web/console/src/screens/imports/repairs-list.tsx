import { Button, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import type { ImportKind } from './kinds.ts';
import { repairKey } from './repairs.ts';
import { useRepairs } from './repairs-context.ts';

/** What is meant otherwise than it is written, and the way to leave it as it is. */
export function RepairsList({ kind }: { kind: ImportKind }) {
  const t = useTranslations('imports.check');
  const { nameOf } = useFieldWords(kind);
  const { all, mayWrite, remove } = useRepairs();
  if (all.length === 0) return <Text className={classes.quiet}>{t('noRepairs')}</Text>;
  return (
    <ul className={classes.rows}>
      {all.map((one) => (
        <li key={repairKey(one)} className={classes.group}>
          <div>
            <span className={classes.meant}>{t('meant', { from: one.from, to: one.to || t('empty') })}</span>
            <div className={classes.hint}>{nameOf(one.field)}</div>
          </div>
          <span />
          {mayWrite && (
            <Button
              variant="default"
              aria-label={t('undoOne', { from: one.from })}
              onClick={() => remove(one)}
            >
              {t('asWritten')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
