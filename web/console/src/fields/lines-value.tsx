import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Address, LineItem, Phone } from '../../../client/src/index.ts';
import { useFormats } from '../parts/format.ts';
import { Bounced } from './bounced.tsx';
import type { ValueProps } from './field-def.ts';
import classes from './field-value.module.css';

type Line = { key: string; content: ReactNode; note?: string | undefined; mark?: ReactNode };

type Email = { address: string; label?: string; bouncedAt?: string };
const emailLines = (emails: Email[]): Line[] =>
  emails.map(({ address, label, bouncedAt }) => ({
    key: address,
    content: (
      <Anchor href={`mailto:${address}`} inherit>
        {address}
      </Anchor>
    ),
    note: label,
    mark: bouncedAt && <Bounced at={bouncedAt} />,
  }));
const phoneLines = (phones: Phone[], typeName: (type: NonNullable<Phone['type']>) => string): Line[] =>
  phones.map(({ number, extension, type, label }) => ({
    key: `${number} ${extension ?? ''}`,
    content: (
      <Anchor href={`tel:${number}${extension ? `,${extension}` : ''}`} inherit>
        {number}
        {extension && ` – ${extension}`}
      </Anchor>
    ),
    note: label ?? (type && typeName(type)),
  }));
const addressLines = (addresses: Address[]): Line[] =>
  addresses.map(({ label, street, postalCode, city, region, country }, at) => ({
    key: String(at),
    content: [street, [postalCode, city].filter(Boolean).join(' '), region, country]
      .filter(Boolean)
      .join(', '),
    note: label,
  }));
const profileLines = (profiles: { network: string; url: string }[]): Line[] =>
  profiles.map(({ network, url }) => ({
    key: url,
    content: (
      <Anchor href={url} target="_blank" rel="noreferrer" inherit>
        {network}
      </Anchor>
    ),
  }));

/** The lines of a value that has several parts, by the field's type. */
function useLines({ field, value }: ValueProps): Line[] {
  const t = useTranslations('fields.values');
  const { money, day, moment } = useFormats();
  const byType: Record<string, () => Line[]> = {
    emails: () => emailLines(value as Email[]),
    phones: () => phoneLines(value as Phone[], (type) => t(`phoneType.${type}`)),
    addresses: () => addressLines(value as Address[]),
    socialProfiles: () => profileLines(value as { network: string; url: string }[]),
    consents: () =>
      Object.entries(value as Record<string, { status: 'granted' | 'withdrawn'; at: string }>).map(
        ([purpose, { status, at }]) => ({
          key: purpose,
          content: `${purpose}: ${t(`consent.${status}`)}`,
          note: moment(at),
        }),
      ),
    prices: () =>
      (value as { currency: string; amountCents: number; validFrom?: string }[]).map((price) => ({
        key: `${price.currency} ${price.validFrom ?? ''}`,
        content: money(price.amountCents, price.currency),
        note: day(price.validFrom),
      })),
    items: () =>
      (value as LineItem[]).map(({ name, quantity }, at) => ({
        key: String(at),
        content: `${quantity} × ${name}`,
      })),
  };
  return byType[field.type]?.() ?? [];
}

/** Addresses, numbers, prices: a line each; in a cell the first, and how many more there are. */
export function Lines(props: ValueProps) {
  const t = useTranslations('fields');
  const lines = useLines(props);
  const few = props.isCompact ? lines.slice(0, 1) : lines;
  return (
    <span className={classes.list}>
      {few.map(({ key, content, note, mark }) => (
        <span key={key}>
          {content}
          {mark && <> {mark}</>}
          {note && !props.isCompact && <span className={classes.quiet}> {note}</span>}
          {few.length < lines.length && (
            <span className={classes.quiet}> {t('more', { count: lines.length - few.length })}</span>
          )}
        </span>
      ))}
    </span>
  );
}
