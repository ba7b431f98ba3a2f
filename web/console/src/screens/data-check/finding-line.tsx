import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { plurals, titleOf } from '../../api/kinds.ts';
import { Person } from '../../parts/person.tsx';
import { tellingOf } from '../duplicates/likeness.ts';
import type { CheckedKind, CheckName } from './checks.ts';
import classes from './data-check.module.css';
import type { Fields } from './deeds.ts';
import type { Finding } from './finding.ts';
import { FindingWords } from './finding-words.tsx';
import { Mark } from './mark.tsx';

type Props = {
  kind: CheckedKind;
  check: CheckName;
  finding: Finding;
  fields: Fields;
  isMarked: boolean;
  /** Nothing where nothing can be done to it. */
  mark: ((isOn: boolean) => void) | undefined;
};
const ofAddresses: readonly CheckName[] = ['mistyped', 'bounced'];

/** A record, what is wrong with it, and whose it is. */
export function FindingLine({ kind, check, finding, fields, isMarked, mark }: Props) {
  const t = useTranslations('dataCheck');
  const { record } = finding;
  const title = titleOf(kind, record);
  const telling = ofAddresses.includes(check) ? undefined : tellingOf(record);
  const { ownerId } = record;
  return (
    <li className={classes.finding} data-on={isMarked || undefined}>
      {mark && <Mark label={t('select', { title })} isOn={isMarked} toggle={mark} />}
      <div className={classes.one}>
        <Anchor
          component={Link}
          to={`/${plurals[kind]}/${record.id}`}
          fw={600}
          className={classes.name ?? ''}
        >
          {title}
        </Anchor>
        {telling && telling !== title && <div className={classes.quiet}>{telling}</div>}
      </div>
      <div className={classes.found}>
        <FindingWords finding={finding} check={check} fields={fields} />
      </div>
      {check !== 'unowned' && (
        <div className={classes.owner}>
          <Person id={typeof ownerId === 'string' ? ownerId : undefined} withName />
        </div>
      )}
    </li>
  );
}
