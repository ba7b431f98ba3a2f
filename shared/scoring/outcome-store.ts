import type { State } from '../audit/as-of.ts';
import { changeOfItem } from '../audit/change-line.ts';
import { type Contact, contactRecord } from '../contacts/contact.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { changeItemType, recordKey } from '../core/record.ts';
import type { Row } from '../learning/binning.ts';
import { commit } from '../platform/commit.ts';
import { getItem, getItems, queryItems } from '../platform/dynamo.ts';
import type { Ids } from '../platform/merged.ts';
import { parseContext } from '../platform/parse-context.ts';
import { relatedPk } from '../records/list-entries.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { knownSince, leadFeatures } from './lead-features.ts';
import { behaviourBefore, contactMeant, readScoringRules } from './lead-score-store.ts';
import { wakeLearning } from './learning-store.ts';
import {
  beforeFieldsSaid,
  type Earlier,
  earlierStates,
  type Outcome,
  outcomeByDeals,
  outcomeByFields,
  outcomeItemOf,
  outcomeSk,
  standingBefore,
} from './outcome.ts';
import { scoreByRules } from './rules-score.ts';
import type { ScoringRules } from './scoring-rules.ts';

const keyOf = (workspaceId: string, contactId: string): Key => ({
  pk: recordKey(workspaceId, 'contact', contactId).pk,
  sk: outcomeSk,
});
const mostDeals = 20;
const mostPages = 5;
const mostRowBytes = 3500;
const mostLate = 100;

/** LIST-3: how a contact's deals came out, of its newest 20; a Query for each of its ids, and a BatchGet. */
async function byDeals(workspaceId: string, ids: Ids) {
  const pks = ids.map((id) => relatedPk(workspaceId, { kind: 'contact', id }, 'deal'));
  const pages = await Promise.all(
    pks.map((pk) => queryItems({ pk, newestFirst: true, limit: mostDeals, consistent: true })),
  );
  const keys = pages.flatMap(({ items }) =>
    items.map(({ id }) => recordKey(workspaceId, 'deal', String(id))),
  );
  const deals = keys.length > 0 ? [...(await getItems(keys)).values()] : [];
  return outcomeByDeals(deals.filter(({ deletedAt }) => !deletedAt) as never);
}

/** What a contact was before each of its changes, the newest first; at most five Queries. */
async function earlierOf(contact: Contact): Promise<Earlier[]> {
  const { pk } = recordKey(contact.workspaceId, 'contact', contact.id);
  const changes = [];
  let after: Key | undefined;
  for (let page = 0; page < mostPages; page++) {
    const range = { pk, from: '#', to: '$', newestFirst: true, limit: 100, consistent: true, after };
    const { items, last } = await queryItems(range);
    changes.push(...items.filter(({ type }) => type === changeItemType).map(changeOfItem));
    after = last;
    if (!after) break;
  }
  return earlierStates(contact as unknown as State, changes);
}

type Turn = { outcome: boolean; at: string; before: State | undefined };
/** How and when a contact came out, and what it was before: by its fields or its deals, whichever said it first; well where either does. */
async function turnOf(contact: Contact, ids: Ids, field: string | undefined): Promise<Turn | undefined> {
  const own = outcomeByFields(contact, field);
  const deals = field === undefined ? await byDeals(contact.workspaceId, ids) : undefined;
  if (own === undefined && !deals) return undefined;
  const earlier = await earlierOf(contact);
  const turns: Turn[] = [];
  if (own !== undefined) {
    const { at, before } = beforeFieldsSaid(earlier, own, field) ?? {
      at: contact.createdAt,
      before: undefined,
    };
    turns.push({ outcome: own, at, before });
  }
  if (deals) turns.push({ ...deals, before: standingBefore(contact as unknown as State, earlier, deals.at) });
  const well = turns.filter(({ outcome }) => outcome);
  const [first] = (well.length > 0 ? well : turns).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return first;
}

/** A row that fits into its line; what is too much of it is left out from the end. */
function fitting(row: Row): Outcome['row'] {
  const kept: NonNullable<Outcome['row']> = {};
  let bytes = 0;
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    bytes += Buffer.byteLength(JSON.stringify([name, value]));
    if (bytes > mostRowBytes) break;
    kept[name] = value;
  }
  return kept;
}

/** What was known, and what the rules would have said, before a contact came out. */
async function knownBefore(contact: Contact, ids: Ids, { at, before }: Turn, rules: ScoringRules) {
  if (!before) return {};
  const then = contactRecord.schema.parse(before, parseContext());
  const justBefore = new Date(Date.parse(at) - 1).toISOString();
  const [did, { timeZone }] = await Promise.all([
    behaviourBefore(contact.workspaceId, ids, justBefore),
    workspaceOf(contact.workspaceId),
  ]);
  const { score } = scoreByRules(rules, { contact: then, did }, { at: justBefore, timeZone });
  // What the field said of the outcome before is no sign of it: whoever has one that says no is not the likelier for it.
  const { [`custom.${rules.outcomeField}`]: _, ...row } = leadFeatures(then, did, justBefore);
  return { row: fitting(row), rulesScore: score };
}

type Next = Omit<Outcome, 'version'>;
const noted = ({ version: _, ...kept }: Outcome): Next => kept;
/** Features that are known only since, with those that were named before. */
const lateOf = (before: readonly string[], row: Outcome['row'], now: Row): string[] =>
  [...new Set([...before, ...(row ? knownSince(row, now) : [])])].toSorted().slice(0, mostLate);
/** What is to be kept of how a contact came out. */
async function reckoned(
  kept: Outcome,
  { contact, ids }: NonNullable<Awaited<ReturnType<typeof contactMeant>>>,
  rules: ScoringRules,
): Promise<Next> {
  const field = rules.outcomeField;
  const nothing: Next = { late: [], rulesScore: 0, rulesVersion: 0 };
  if (contact.erasedAt) return nothing;
  const turn = await turnOf(contact, ids, field);
  if (!turn) return nothing;
  const now = leadFeatures(contact, [], turn.at);
  if (!turn.before && kept.row && kept.outcome === turn.outcome && kept.field === field)
    return { ...noted(kept), late: lateOf(kept.late, kept.row, now) }; // its changes do not reach back so far any more
  const known = await knownBefore(contact, ids, turn, rules);
  const isSame = kept.outcome === turn.outcome && kept.at === turn.at;
  return {
    outcome: turn.outcome,
    at: turn.at,
    ...(field !== undefined && { field }),
    ...known,
    late: lateOf(isSame ? kept.late : [], known.row, now),
    rulesScore: known.rulesScore ?? 0,
    rulesVersion: rules.version,
  };
}

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'How the contact came out was noted at the same moment.');

/**
 * SCORE-6: notes beside a contact how it came out, and what was known of it before; nothing where that is noted. It follows from the
 * contact, its deals and its changes alone, so that it may be done again at any time. Of one that was merged, beside the
 * contact that it was merged into. Throws `version_conflict`.
 */
export async function noteOutcome(workspaceId: string, contactId: string): Promise<void> {
  const key = keyOf(workspaceId, contactId);
  const { version, ...kept } = outcomeItemOf(await getItem(key));
  const rules = await readScoringRules(workspaceId);
  const meant = await contactMeant(workspaceId, contactId);
  if (!meant) return;
  if (meant.contact.id !== contactId) return noteOutcome(workspaceId, meant.contact.id);
  const next = await reckoned({ version, ...kept }, meant, rules);
  if (canonical(kept) === canonical(next) || (version === 0 && next.outcome === undefined)) return;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  // Before it is noted: of a message that comes again nothing is left to note.
  if (next.row || kept.row) await wakeLearning(workspaceId, new Date().toISOString());
  const Item = { ...key, ...next, workspaceId, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
