import { Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { titleOf } from '../../../api/kinds.ts';
import type { MatchKind } from '../likeness.ts';
import { Cell, Result } from './cells.tsx';
import classes from './compare.module.css';
import { Head } from './head.tsx';
import type { Row } from './rows.ts';
import type { Compared } from './use-compared.ts';

type Props = { kind: MatchKind; compared: Compared };

function Block({ kind, row, compared }: Props & { row: Row }) {
  const t = useTranslations('duplicates');
  const id = useId();
  const { records, choose, survivor, mayMerge } = compared;
  return (
    <section className={classes.block} aria-labelledby={id}>
      <Title order={3} id={id}>
        {row.field.label}
      </Title>
      {records.map((record, at) => (
        <div key={record.id} className={classes.said}>
          <span className={classes.note}>{titleOf(kind, record)}</span>
          <Cell row={row} at={at} labelId={id} choose={choose} />
        </div>
      ))}
      {mayMerge && !row.outcome?.isChoosable && (
        <div className={classes.out}>
          <span className={classes.note}>{t('result')}</span>
          <Result row={row} stays={survivor?.id} />
        </div>
      )}
    </section>
  );
}

/** What all say the same is said once. */
function Alike({ rows, stays }: { rows: Row[]; stays: string | undefined }) {
  return (
    <dl className={classes.alike}>
      {rows.map((row) => (
        <div key={row.field.name}>
          <dt>{row.field.label}</dt>
          <dd>
            <Result row={row} stays={stays} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Records below each other, field by field, for a phone. */
export function CompareStack({ kind, compared }: Props) {
  const t = useTranslations('duplicates');
  const { records, survivor, stay, rows, mayMerge } = compared;
  return (
    <div className={classes.stack}>
      <section aria-label={t('whoStays')} className={classes.heads}>
        {records.map((record) => (
          <Head
            key={record.id}
            kind={kind}
            record={record}
            stays={record.id === survivor?.id}
            stay={mayMerge ? stay : undefined}
          />
        ))}
      </section>
      <Title order={2}>{rows.differing.length > 0 ? t('differing') : t('nothingDiffers')}</Title>
      {rows.differing.map((row) => (
        <Block key={row.field.name} kind={kind} row={row} compared={compared} />
      ))}
      {rows.alike.length > 0 && (
        <>
          <Title order={2}>{t('alike')}</Title>
          <Alike rows={rows.alike} stays={survivor?.id} />
        </>
      )}
    </div>
  );
}
