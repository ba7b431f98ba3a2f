import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldDef, valueIn } from '../../fields/field-def.ts';
import { FieldValue } from '../../fields/field-value.tsx';
import { useFormats } from '../../parts/format.ts';
import type { CheckName } from './checks.ts';
import classes from './data-check.module.css';
import type { Fields } from './deeds.ts';
import { type Changed, changesOf, type Finding } from './finding.ts';

type Props = { finding: Finding; check: CheckName; fields: Fields };

/** An address breaks before its domain. */
function Address({ value }: { value: string }) {
  const at = value.lastIndexOf('@');
  return (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
}

/** One value of a field: of e-mails, an address. */
function Value({ field, value }: { field: FieldDef | undefined; value: unknown }) {
  if (field?.type === 'emails') return <Address value={String(value)} />;
  return field ? <FieldValue field={field} value={value} /> : String(value);
}

/** What is there and what would be. */
function Change({ field, change: { from, to } }: { field: FieldDef | undefined; change: Changed }) {
  const t = useTranslations('dataCheck');
  const gone = field?.type === 'emails' ? t('removed') : t('cleared');
  return (
    <>
      <span className={classes.from}>
        <Value field={field} value={from} />
      </span>
      <span className={classes.becomes}>
        <IconArrowRight size={14} aria-hidden className={classes.arrow} />
        <span className="heard">{t('becomes')}</span>
        <span className={to === undefined ? classes.quiet : classes.to}>
          {to === undefined ? gone : <Value field={field} value={to} />}
        </span>
      </span>
    </>
  );
}

/** What is suggested, value by value. */
const Changes = ({ finding, fields }: Props) =>
  changesOf(finding).map((change) => (
    <div key={`${change.field} ${String(change.from)}`} className={classes.words}>
      <Change field={fields.get(change.field)} change={change} />
    </div>
  ));

type Unlikely =
  | 'firstName'
  | 'lastName'
  | 'name'
  | 'birthday'
  | 'amountCents'
  | 'expectedCloseOn'
  | 'placedAt';
/** Each value that cannot be, with why, or with what it would become. */
function UnlikelyValues({ finding, fields }: Props) {
  const t = useTranslations('dataCheck');
  const changes = changesOf(finding);
  return finding.fields.map((name) => {
    const field = fields.get(name);
    const change = changes.find((one) => one.field === name);
    const value = field && valueIn(field, finding.record);
    return (
      <div key={name} className={classes.words}>
        <span className={classes.quiet}>{field?.label ?? name}:</span>
        {change ? (
          <Change field={field} change={change} />
        ) : (
          <>
            {value !== undefined && (
              <span className={classes.from}>
                <Value field={field} value={value} />
              </span>
            )}
            <span className={classes.quiet}>{t(`why.${name as Unlikely}`)}</span>
          </>
        )}
      </div>
    );
  });
}

function Lacking({ finding, fields }: Props) {
  const t = useTranslations('dataCheck');
  const labels = finding.fields.map((name) => fields.get(name)?.label ?? name.replace('custom.', ''));
  return <div className={classes.words}>{t('lacks', { fields: labels.join(', ') })}</div>;
}

function Overdue({ finding, fields }: Props) {
  const field = fields.get('expectedCloseOn');
  return (
    <div className={classes.words}>
      <span className={classes.quiet}>{field?.label}:</span>
      <Value field={field} value={finding.record.expectedCloseOn} />
    </div>
  );
}

/** Where the name of the check says what is wrong, when the record was made tells it from others. */
function Made({ finding }: Props) {
  const t = useTranslations('dataCheck');
  const { moment } = useFormats();
  return <div className={classes.quiet}>{t('made', { at: moment(finding.record.createdAt) })}</div>;
}

const wordsOf: Partial<Record<CheckName, (props: Props) => ReactNode>> = {
  unlikely: UnlikelyValues,
  required: Lacking,
  overdue: Overdue,
  stale: (props) => (
    <>
      <Changes {...props} />
      <Made {...props} />
    </>
  ),
  bounced: Changes,
  mistyped: Changes,
  miswritten: Changes,
};

/** What is wrong with a record, and what it would become. */
export function FindingWords(props: Props) {
  const Words = wordsOf[props.check] ?? Made;
  return <Words {...props} />;
}
