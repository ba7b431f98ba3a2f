import { Button } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Deal, Phone } from '../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../api/kinds.ts';
import { type FieldDef, isEmpty, valueIn } from '../../fields/field-def.ts';
import { FieldValue } from '../../fields/field-value.tsx';
import { Outcome } from './deal/outcome.tsx';
import { Stepper } from './deal/stepper.tsx';
import classes from './record.module.css';

type Props = {
  kind: ListedKind;
  record: AnyRecord;
  fields: FieldDef[];
  isReadOnly: boolean;
  /** Writes a mail here; where one cannot, the phone's own program does. */
  onMail: (() => void) | undefined;
};

/** What one wants to see of a record without looking for it. */
const shown: Partial<Record<ListedKind, string[]>> = {
  contact: ['lifecycle', 'companyId', 'ownerId', 'tags'],
  company: ['industry', 'ownerId', 'tags'],
  deal: ['amountCents', 'companyId', 'contactId', 'ownerId', 'tags'],
  task: ['status', 'dueOn', 'ownerId', 'tags'],
  order: ['status', 'amountCents', 'contactId', 'ownerId', 'tags'],
  product: ['sku', 'category', 'tags'],
  ticket: ['status', 'priority', 'contactId', 'ownerId', 'tags'],
};

/** A thumb away: the call and the mail. */
function Reach({ record, onMail }: Pick<Props, 'record' | 'onMail'>) {
  const t = useTranslations('record');
  const [phone] = (record.phones ?? []) as Phone[];
  const [email] = (record.emails ?? []) as { address: string }[];
  if (!phone && !email) return null;
  return (
    <span className={classes.reach}>
      {phone && (
        <Button
          component="a"
          href={`tel:${phone.number}`}
          size="md"
          variant="default"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {t('callNow')}
        </Button>
      )}
      {email && (
        <Button
          {...(onMail ? { onClick: onMail } : { component: 'a' as const, href: `mailto:${email.address}` })}
          size="md"
          variant="default"
          leftSection={<IconMail size={18} aria-hidden />}
        >
          {t('mailNow')}
        </Button>
      )}
    </span>
  );
}

/** The head of a page: whose it is, where it stands, and of a deal its way through the stages. */
export function Summary({ kind, record, fields, isReadOnly, onMail }: Props) {
  const named = (shown[kind] ?? []).flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const there = named.filter((field) => !isEmpty(valueIn(field, record)));
  return (
    <>
      <div className={classes.summary}>
        <Reach record={record} onMail={onMail} />
        {there.map((field) => (
          <FieldValue key={field.name} field={field} value={valueIn(field, record)} isCompact />
        ))}
      </div>
      {kind === 'deal' && (
        <>
          <Stepper deal={record as unknown as Deal} isReadOnly={isReadOnly} />
          <Outcome deal={record as unknown as Deal} isReadOnly={isReadOnly} />
        </>
      )}
    </>
  );
}
