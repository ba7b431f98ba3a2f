import * as z from 'zod';
import { type State, undo } from '../audit/as-of.ts';
import type { StoredChange } from '../audit/change-line.ts';
import type { Contact } from '../contacts/contact.ts';
import type { Entry, Item } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/**
 * How a contact came out, beside it, with what was known of it before: what scores are learned from. `version` counts its writes. Of
 * one that had come out already when it was made nothing was known before, and nothing is learned.
 */
const Outcome = z.object({
  version: z.int(),
  outcome: z.boolean().optional(),
  at: z.iso.datetime().optional(),
  /** The custom field that said so, where one is named. */
  field: z.string().optional(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Features that are known only since. */
  late: z.array(z.string()).default([]),
  /** What the rules of a version said before. */
  rulesScore: z.number().default(0),
  rulesVersion: z.int().default(0),
});
export type Outcome = z.infer<typeof Outcome>;
export const outcomeSk = 'OUTCOME';
export const outcomeItemOf = (item: Item | undefined): Outcome => Outcome.parse(item ?? { version: 0 });

/** SCORE-7: what leads are learned from, by when they came out. */
export const trainingPk = (workspaceId: string) => `${workspacePk(workspaceId)}#TRAINING#LEAD`;
/** A contact's line of it; of nobody who was erased. */
export function trainingEntries({ workspaceId, id, erasedAt }: Contact, item: Item | undefined): Entry[] {
  const { outcome, at, row, late, rulesScore } = outcomeItemOf(item);
  if (erasedAt || outcome === undefined || !at || !row) return [];
  const learned = { outcome, row, late, rulesScore };
  return [{ pk: trainingPk(workspaceId), sk: `${at}#${id}`, of: 'contact', id, ...learned }];
}

/** How a contact came out by its own fields; undefined where they do not say. */
export function outcomeByFields(
  contact: Readonly<Record<string, unknown>>,
  field: string | undefined,
): boolean | undefined {
  if (field !== undefined) {
    const value = (contact.custom as Record<string, unknown> | undefined)?.[field];
    return typeof value === 'boolean' ? value : undefined;
  }
  if (contact.lifecycle === 'customer') return true;
  return contact.lifecycle === 'former' ? false : undefined;
}

type Deal = { status: string; closedAt?: string | undefined };
/** How it came out by its deals: well with the first that was won, badly with the last when all were lost. */
export function outcomeByDeals(deals: readonly Deal[]): { outcome: boolean; at: string } | undefined {
  const closed = (status: string) =>
    deals.flatMap((deal) => (deal.status === status && deal.closedAt ? [deal.closedAt] : [])).toSorted();
  const [won] = closed('won');
  if (won) return { outcome: true, at: won };
  const lost = closed('lost');
  const last = lost.at(-1);
  return last && lost.length === deals.length ? { outcome: false, at: last } : undefined;
}

/** A change of a contact, and the contact before it; undefined where it was made by it. */
export type Earlier = { at: string; before: State | undefined };
/** What a contact was before each of these changes, the newest first, as far as they reach back without a gap. */
export function earlierStates(contact: State, changes: readonly StoredChange[]): Earlier[] {
  const found: Earlier[] = [];
  let state: State | undefined = contact;
  for (const change of changes) {
    if (!state || change.recordVersion !== state.version || change.forgets) break;
    const { at, kind, fields, recordVersion: version } = change;
    const before: State | undefined = undo(state, [{ kind, fields, version }]);
    found.push({ at, before });
    state = before;
  }
  return found;
}

/** The contact before its own fields said that it came out so, and when they did. */
export function beforeFieldsSaid(
  earlier: readonly Earlier[],
  outcome: boolean,
  field: string | undefined,
): { at: string; before: State } | undefined {
  const turn = earlier.find(
    ({ before }) => before === undefined || outcomeByFields(before, field) !== outcome,
  );
  return turn?.before && { at: turn.at, before: turn.before };
}
/** The contact as it stood before a moment; undefined where it was not there, or the changes do not reach back so far. */
export function standingBefore(contact: State, earlier: readonly Earlier[], at: string): State | undefined {
  const last = earlier.findLastIndex((one) => one.at >= at);
  if (last < 0) return earlier.length > 0 ? contact : undefined;
  // Behind the last that is known there may have been more of them since that moment.
  return last < earlier.length - 1 ? earlier[last]?.before : undefined;
}
