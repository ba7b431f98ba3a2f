import { Anchor, Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type AnyRecord, plurals, titleOf } from '../../../api/kinds.ts';
import { useFormats } from '../../../parts/format.ts';
import type { MatchKind } from '../likeness.ts';
import classes from './compare.module.css';

type Props = {
  kind: MatchKind;
  record: AnyRecord;
  stays: boolean;
  /** Undefined where one may not merge. */
  stay: ((id: string) => void) | undefined;
};

/** Which record a column is, and whether it stays. */
export function Head({ kind, record, stays, stay }: Props) {
  const t = useTranslations('duplicates');
  const { day } = useFormats();
  const title = titleOf(kind, record);
  return (
    <div className={classes.who} data-stays={(stay && stays) || undefined}>
      <Anchor component={Link} to={`/${plurals[kind]}/${record.id}`} fw={600}>
        {title}
      </Anchor>
      <span className={classes.note}>{t('madeOn', { at: day(record.createdAt.slice(0, 10)) })}</span>
      {stay && (
        <Radio
          name="stays"
          checked={stays}
          onChange={() => stay(record.id)}
          label={t('stays')}
          aria-label={`${t('stays')}: ${title}`}
          mt={4}
        />
      )}
    </div>
  );
}
