import { Anchor, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFormats } from '../parts/format.ts';
import { Person } from '../parts/person.tsx';
import { RecordLink } from '../parts/record-link.tsx';
import { useBirthday } from './birthday.ts';
import { type FieldType, isEmpty, type Money, type ValueProps } from './field-def.ts';
import classes from './field-value.module.css';
import { Lines } from './lines-value.tsx';
import { Pills } from './pills.tsx';

function Plain({ value, isCompact }: ValueProps) {
  return isCompact ? (
    <Text span truncate display="block">
      {String(value)}
    </Text>
  ) : (
    <span className={classes.long}>{String(value)}</span>
  );
}
function Figure({ value }: ValueProps) {
  const format = useFormatter();
  return typeof value === 'number' ? format.number(value) : String(value);
}
function Sum({ value }: ValueProps) {
  const { money } = useFormats();
  if (typeof value === 'number') return money(value);
  const { amountCents, currency } = value as Money;
  return money(amountCents, currency);
}
function Day({ value }: ValueProps) {
  const { day } = useFormats();
  return day(String(value).slice(0, 10));
}
const Birthday = ({ value }: ValueProps) => useBirthday()(String(value));
function Moment({ value }: ValueProps) {
  const { moment } = useFormats();
  return moment(String(value));
}
function YesNo({ value }: ValueProps) {
  const t = useTranslations('common');
  return t(value ? 'yes' : 'no');
}
/** Only addresses that a browser opens and does not run. */
const isSafe = (url: string) => /^(?:https?|mailto|tel):/i.test(url);
function Url({ value }: ValueProps) {
  const url = String(value);
  if (!isSafe(url)) return url;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" truncate display="block" inherit>
      {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </Anchor>
  );
}
const User = ({ value }: ValueProps) => <Person id={String(value)} withName />;
function Named({ field, value }: ValueProps) {
  const ids = Array.isArray(value) ? (value as string[]) : [String(value)];
  return ids.map((id) => <RecordLink key={id} kind={field.of ?? 'contact'} id={id} />);
}
function Source({ value }: ValueProps) {
  const t = useTranslations('fields.values');
  const { kind } = value as { kind: 'form' };
  return t(`sourceKind.${kind}`);
}

const shown: Record<FieldType, ComponentType<ValueProps>> = {
  text: Plain,
  longText: Plain,
  number: Figure,
  amount: Sum,
  money: Sum,
  date: Day,
  birthday: Birthday,
  instant: Moment,
  choice: Pills,
  multiChoice: Pills,
  tags: Pills,
  texts: Pills,
  boolean: YesNo,
  url: Url,
  user: User,
  users: User,
  record: Named,
  records: Named,
  emails: Lines,
  phones: Lines,
  addresses: Lines,
  socialProfiles: Lines,
  consents: Lines,
  source: Source,
  items: Lines,
  prices: Lines,
};

/** A value as people read it; nothing where there is none. */
export function FieldValue({
  field,
  value,
  isCompact = false,
}: Omit<ValueProps, 'isCompact'> & { isCompact?: boolean }) {
  if (isEmpty(value)) return null;
  const Shown = shown[field.type];
  return <Shown field={field} value={value} isCompact={isCompact} />;
}
