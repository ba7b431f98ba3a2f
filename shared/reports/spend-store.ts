import type { Page, PageRequest } from '../core/page.ts';
import { recordStore } from '../platform/record-store.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { inMonths, type Period } from './period.ts';
import { Spend, spendKey, spendRecord } from './spend.ts';
import { spendPk } from './spend-projection.ts';
import { readStretch } from './stretch-store.ts';

/** SPEND-1: by id, one GetItem. */
export const spendStore = recordStore(spendRecord);

/** SPEND-2: whole, month by month; one Query a page. */
export function spendPage(workspaceId: string, period: Period, page: PageRequest): Promise<Page<Spend>> {
  const base = spendPk(workspaceId);
  const wanted = { base, partitions: [base], ...inMonths(period) };
  return scopedPage(wanted, page, `spend ${period.from} ${period.to}`, ({ spend }) => Spend.parse(spend));
}

/** SPEND-3: by month, source and campaign, two GetItems. */
export const findSpend = (
  workspaceId: string,
  key: Parameters<typeof spendKey>[0],
): Promise<Spend | undefined> => spendStore.findByUnique(workspaceId, spendKey(key));

/** SPEND-2: all of a period: one Query. Throws `report_too_wide`. */
export async function allSpend(workspaceId: string, period: Period): Promise<Spend[]> {
  const { from, to } = inMonths(period);
  const items = await readStretch(spendPk(workspaceId), from, to);
  return items.map(({ spend }) => Spend.parse(spend));
}
