import { contactRecord } from '../../shared/contacts/contact.ts';
import { dateAfter } from '../../shared/core/local-day.ts';
import { purchasesSk } from '../../shared/orders/purchases.ts';
import { db } from '../../shared/platform/dynamo.ts';
import { meter, resetMeter } from '../../shared/platform/meter.ts';
import { reckonedRisk } from '../../shared/risk/reckon-risk.ts';
import { reckonRisk } from '../../shared/risk/risk-store.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { aContact } from '../fixtures/contact.ts';
import { acme, contactId, noon } from '../fixtures/ids.ts';
import { bought } from '../fixtures/purchases.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { settleAll, useTable } from '../helpers/dynamo.ts';
import { keep } from '../helpers/keep.ts';
import { putItem } from '../helpers/put-item.ts';
import { rounded, table } from './print.ts';

const today = noon.slice(0, 10);
const purchasesOf = (orders: number) =>
  bought(Array.from({ length: orders }, (_, n) => dateAfter(today, -20 - 17 * n)));
const times = 2000;

/** Milliseconds of CPU for the risk of one customer, warm. */
function cpuOf(orders: number): number {
  const around = { id: contactId, purchases: purchasesOf(orders), pressingTickets: 1, now: noon };
  for (let n = 0; n < times; n++) reckonedRisk(around);
  const began = process.cpuUsage();
  for (let n = 0; n < times; n++) reckonedRisk(around);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / times;
}

let writes = 0;
const counting = (next: (args: never) => Promise<never>, { commandName = '' }: { commandName?: string }) => {
  const isWrite = /Put|Update|Delete|TransactWrite/.test(commandName);
  return async (args: never) => {
    if (isWrite) writes++;
    return next(args);
  };
};

/** What an update costs: what is read to reckon it, and the requests that write it, the projector's among them. */
async function costOf(orders: number) {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(contactRecord, aContact());
  const put = (count: number) =>
    putItem({ pk: `WS#${acme}#CONTACT#${contactId}`, sk: purchasesSk, ...purchasesOf(count) });
  await put(orders);
  await reckonRisk(acme, contactId, noon);
  await settleAll();
  await put(orders + 1);
  await settleAll(); // the projector looks at what was bought by itself
  writes = 0;
  resetMeter();
  await reckonRisk(acme, contactId, noon);
  const { requests, read } = meter;
  await settleAll();
  return { requests, read, writes };
}

/** The risk that a customer leaves: bars are two writes and a millisecond. */
export async function measureRisk(): Promise<object[]> {
  db.middlewareStack.add(counting as never, { step: 'initialize' });
  const rows = [];
  for (const orders of [1, 5, 24]) {
    const cost = await costOf(orders);
    rows.push({ orders, 'CPU ms': rounded(cpuOf(orders), 4), ...cost });
  }
  table('The risk that a customer leaves, an update', rows);
  for (const row of rows)
    if (row.writes > 2 || row['CPU ms'] >= 1) throw new Error(`Too dear: ${JSON.stringify(row)}`);
  return rows;
}
