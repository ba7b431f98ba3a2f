import { mostAmountCents } from '../../products/line-item.ts';
import type { Cleaned } from './cleaned.ts';
import { customOf } from './custom-of.ts';
import { customerOf } from './customer-of.ts';
import { nameOr } from './name-or.ts';
import { currencyOf, dayOf, instantOf, moneyOf, numberOf } from './read-fields.ts';
import { lineOf, present, type Row, textOf, wordsOf } from './row.ts';

/** A deal without a name is the customer's and of a product, or else what another system calls it. */
function calledBy({ said }: Row): (string | undefined)[] {
  const customer = said.get('company') ?? said.get('contactName') ?? said.get('contactEmail');
  const both = [customer, said.get('product')].filter(Boolean);
  return both.length > 0 ? both : [said.get('externalId')];
}

/** A deal's create body; its pipeline and its stage are looked up by their names. */
export async function cleanDeal(row: Row): Promise<Cleaned> {
  const amount = moneyOf(row, 'amount', mostAmountCents);
  const values = present<unknown>({
    name: nameOr(row, calledBy(row), 'deal'),
    amountCents: amount?.cents,
    currency: currencyOf(row, 'currency') ?? amount?.currency,
    expectedCloseOn: dayOf(row, 'expectedCloseOn'),
    openedOn: dayOf(row, 'openedOn'),
    closedAt: instantOf(row, 'closedAt'),
    lostReason: lineOf(row, 'lostReason', 500),
    wonReason: lineOf(row, 'wonReason', 500),
    leadSource: lineOf(row, 'source', 100),
    campaign: lineOf(row, 'campaign', 100),
    tags: wordsOf(row, 'tags'),
    externalId: lineOf(row, 'externalId'),
    custom: customOf(row),
  });
  const besides = present<unknown>({
    ...(await customerOf(row)),
    pipeline: lineOf(row, 'pipeline'),
    stage: lineOf(row, 'stage'),
    status: lineOf(row, 'status'),
    product: lineOf(row, 'product'),
    quantity: numberOf(row, 'quantity', { least: 0.001, most: 1_000_000 }),
    note: textOf(row, 'note', 6000),
    createdAt: instantOf(row, 'createdAt'),
  });
  return { values, besides };
}
