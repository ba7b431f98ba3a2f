import { useTranslations } from 'use-intl';
import type {
  Contact,
  Promise as PromiseRecord,
  PurchasesShown,
  RiskShown,
  ScoringShown,
} from '../../../../../client/src/index.ts';
import { type AnyRecord, type ListedKind, permissionFor } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { isMatchKind } from '../../duplicates/likeness.ts';
import { MergedFrom } from '../../duplicates/merged-from.tsx';
import { Files } from './files.tsx';
import { Links } from './links.tsx';
import { type Related as RelatedOf, relatedTo } from './lists.ts';
import { MailStatus } from './mail-status.tsx';
import { NewPromise } from './new-promise.tsx';
import { NewRelated } from './new-related.tsx';
import classes from './related.module.css';
import { RelatedLine, RelatedList } from './related-list.tsx';
import { Risk } from './risk.tsx';
import { RuleRuns } from './rule-runs.tsx';
import { Score } from './score.tsx';
import { Section } from './section.tsx';
import { Tasks } from './tasks.tsx';
import { taskFieldOf } from './tasks-query.ts';

/** What was promised and is still open, as it stands on the customer's and the ticket's page. */
function Promises({ promises }: { promises: PromiseRecord[] }) {
  const t = useTranslations('record.lists');
  if (promises.length === 0) return null;
  return (
    <Section title={t('promises')} count={promises.length}>
      <ul className={classes.list}>
        {promises.map((promise) => (
          <RelatedLine key={promise.id} kind="promise" record={promise as unknown as AnyRecord} />
        ))}
      </ul>
    </Section>
  );
}

function Purchases({ purchases }: { purchases: PurchasesShown }) {
  const t = useTranslations('record');
  const { sums, moment } = useFormats();
  if (purchases.orderCount === 0) return null;
  return (
    <Section title={t('purchases')}>
      <div>{t('bought', { count: purchases.orderCount, sum: sums(purchases.orderTotalCents, false) })}</div>
      {purchases.lastOrderAt && (
        <div className={classes.quiet}>{t('lastOrder', { at: moment(purchases.lastOrderAt) })}</div>
      )}
    </Section>
  );
}

type Props = { kind: ListedKind; record: AnyRecord; isReadOnly: boolean };
function useAdding({ kind, record, isReadOnly }: Props) {
  const may = useMay();
  return ({ of, name }: RelatedOf) => {
    if (isReadOnly || !may(permissionFor(of, 'create'))) return undefined;
    if (of === 'promise') return <NewPromise dealId={record.id} />;
    if (kind === 'deal' && of === 'contact') return undefined;
    return <NewRelated kind={kind} record={record} of={of} isChild={name === 'subsidiaries'} />;
  };
}

/** What belongs to a record: tasks, what it is linked with, files. */
export function Related(props: Props) {
  const { kind, record, isReadOnly } = props;
  const may = useMay();
  const adding = useAdding(props);
  const { promises, purchases, risk, scoring, mergedIds } = record as Partial<Contact> & {
    promises?: PromiseRecord[];
    purchases?: PurchasesShown;
    risk?: RiskShown;
    scoring?: ScoringShown;
  };
  return (
    <>
      {taskFieldOf(kind) && may('tasks:read') && <Tasks kind={kind} id={record.id} isReadOnly={isReadOnly} />}
      {promises && <Promises promises={promises} />}
      {relatedTo(kind, record.id)
        .filter(({ needs }) => may(needs))
        .map((list) => (
          <RelatedList key={list.name} kind={kind} id={record.id} list={list} action={adding(list)} />
        ))}
      {kind === 'contact' && <MailStatus contactId={record.id} />}
      {purchases && <Purchases purchases={purchases} />}
      {scoring && <Score scoring={scoring} />}
      {risk && <Risk risk={risk} />}
      {mergedIds && isMatchKind(kind) && (
        <MergedFrom kind={kind} id={record.id} mergedIds={mergedIds} isReadOnly={isReadOnly} />
      )}
      <Links kind={kind} id={record.id} isReadOnly={isReadOnly} />
      <Files kind={kind} id={record.id} isReadOnly={isReadOnly} />
      <RuleRuns id={record.id} />
    </>
  );
}
