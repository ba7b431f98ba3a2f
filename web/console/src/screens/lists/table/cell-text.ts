import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useUsers } from '../../../api/people.ts';
import { useWorkspace } from '../../../app/me.ts';
import type { FieldDef, Money } from '../../../fields/field-def.ts';

type Words = {
  locale: string;
  timeZone: string;
  yes: string;
  no: string;
  unknown: string;
  users: readonly { id: string; name: string }[];
};
/** A value as one line of text; undefined where it is more than that. */
export type CellText = (field: FieldDef, value: unknown) => string | undefined;

const more = (texts: string[]) => (texts.length > 1 ? `${texts[0]} +${texts.length - 1}` : (texts[0] ?? ''));
const listOf = <T>(value: unknown) => (Array.isArray(value) ? (value as T[]) : []);

/** A list writes thousands of cells while it is scrolled, so that what formats them is made once for all. */
function makeCellText({ locale, timeZone, yes, no, unknown, users }: Words): CellText {
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const currencies = new Map<string, [whole: Intl.NumberFormat, exact: Intl.NumberFormat]>();
  const formatsOf = (currency: string) => {
    const made = currencies.get(currency) ?? [
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }),
      new Intl.NumberFormat(locale, { style: 'currency', currency }),
    ];
    currencies.set(currency, made);
    return made;
  };
  const money = ({ amountCents, currency }: Money) =>
    currency
      ? formatsOf(currency)[amountCents % 100 === 0 ? 0 : 1].format(amountCents / 100)
      : number.format(amountCents / 100);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const byType: Partial<Record<FieldDef['type'], (value: unknown) => string>> = {
    text: String,
    longText: String,
    url: (value) => String(value).replace(/^https?:\/\//, ''),
    number: (value) => number.format(Number(value)),
    money: (value) => money(value as Money),
    date: (value) => day.format(new Date(`${String(value).slice(0, 10)}T12:00:00Z`)),
    instant: (value) => moment.format(new Date(String(value))),
    user: (id) => names.get(String(id)) ?? unknown,
    boolean: (value) => (value ? yes : no),
    texts: (value) => more(listOf<string>(value)),
    emails: (value) => more(listOf<{ address: string }>(value).map(({ address }) => address)),
    phones: (value) => more(listOf<{ number: string }>(value).map((phone) => phone.number)),
    prices: (value) => more(listOf<Money>(value).map(money)),
  };
  return (field, value) => byType[field.type]?.(value);
}

export function useCellText(): CellText {
  const locale = useLocale();
  const { timeZone } = useWorkspace();
  const t = useTranslations('common');
  const users = useUsers();
  const [yes, no, unknown] = [t('yes'), t('no'), t('unknown')];
  return useMemo(
    () => makeCellText({ locale, timeZone, yes, no, unknown, users }),
    [locale, timeZone, yes, no, unknown, users],
  );
}
