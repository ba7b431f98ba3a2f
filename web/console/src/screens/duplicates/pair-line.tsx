import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type AnyRecord, permissionFor, plurals, titleOf } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import classes from './duplicates.module.css';
import { useKeepApart } from './keep-apart.ts';
import { type MatchKind, tellingOf } from './likeness.ts';
import { type Pair, twoOf } from './queries.ts';
import { compareLink } from './search.ts';
import { Likelihood, Reasons } from './why.tsx';

function One({ kind, record }: { kind: MatchKind; record: AnyRecord }) {
  const title = titleOf(kind, record);
  const telling = tellingOf(record);
  return (
    <div className={classes.one}>
      <Anchor component={Link} to={`/${plurals[kind]}/${record.id}`} fw={600}>
        {title}
      </Anchor>
      {telling && telling !== title && <div className={classes.quiet}>{telling}</div>}
    </div>
  );
}

/** Two that may be one, why, and what can be done about it. */
export function PairLine({ kind, pair }: { kind: MatchKind; pair: Pair }) {
  const t = useTranslations('duplicates');
  const may = useMay();
  const keepApart = useKeepApart(kind);
  const two = twoOf(pair);
  const names = { one: titleOf(kind, two[0]), other: titleOf(kind, two[1]) };
  const ids = two.map(({ id }) => id);
  return (
    <li className={classes.pair}>
      <Likelihood of={pair} />
      <One kind={kind} record={two[0]} />
      <One kind={kind} record={two[1]} />
      <Reasons kind={kind} reasons={pair.reasons} />
      <div className={classes.acts}>
        {may(permissionFor(kind, 'edit')) && (
          <Button
            variant="default"
            aria-label={`${t('notDuplicate')}: ${t('notDuplicatePair', names)}`}
            onClick={() => void keepApart(two)}
          >
            {t('notDuplicate')}
          </Button>
        )}
        <LinkButton {...compareLink(kind, ids)} variant="light" aria-label={t('comparePair', names)}>
          {t('compare')}
        </LinkButton>
      </div>
    </li>
  );
}
