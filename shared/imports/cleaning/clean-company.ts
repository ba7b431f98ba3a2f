import { addressesOf } from './address-of.ts';
import type { Cleaned } from './cleaned.ts';
import { phonesOf } from './contact-reach.ts';
import { customOf } from './custom-of.ts';
import { industries } from './industries.ts';
import { nameOr } from './name-or.ts';
import { countOf, currencyOf, instantOf, moneyOf, urlOf } from './read-fields.ts';
import { fault, lineOf, present, presentList, type Row, textOf, wordsOf } from './row.ts';

const host = /^[^\s@/:?#.]{1,63}(?:\.[^\s@/:?#.]{1,63})+$/;
function domainOf(written: string): string | undefined {
  const bare = written
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/^.*@/, '')
    .replace(/[/?#:].*$/, '');
  return host.test(bare) ? bare : undefined;
}
/** Domains as they are said; what the website says is none that the company's people are known by. */
function domainsOf(row: Row) {
  const all = (wordsOf(row, 'domain', 253) ?? []).flatMap((written) => {
    const domain = domainOf(written);
    if (!domain) fault(row, 'domain', 'domain_invalid', `${written} is no domain.`);
    return domain ? [domain] : [];
  });
  return presentList([...new Set(all)].slice(0, 20));
}

/** A company's create body. */
export async function cleanCompany(row: Row): Promise<Cleaned> {
  const { addresses, country } = addressesOf(row);
  const revenue = moneyOf(row, 'annualRevenue', Number.MAX_SAFE_INTEGER);
  const values = present<unknown>({
    name: nameOr(row, [row.said.get('domain') ?? row.said.get('website')], 'company'),
    domains: domainsOf(row),
    website: urlOf(row, 'website'),
    phones: presentList(await phonesOf(row, country ?? row.context.country)),
    industry: lineOf(row, 'industry', 100, row.context.known?.industry ?? industries),
    employees: countOf(row, 'employees'),
    annualRevenueCents: revenue?.cents,
    currency: currencyOf(row, 'currency') ?? revenue?.currency,
    addresses: presentList(addresses),
    description: textOf(row, 'description', 5000),
    tags: wordsOf(row, 'tags'),
    externalId: lineOf(row, 'externalId'),
    custom: customOf(row),
  });
  const besides = present<unknown>({
    parent: lineOf(row, 'parent'),
    note: textOf(row, 'note', 6000),
    ownerEmail: lineOf(row, 'ownerEmail'),
    createdAt: instantOf(row, 'createdAt'),
  });
  return { values, besides };
}
