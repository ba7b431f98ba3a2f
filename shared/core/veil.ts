import type { FieldKind, RolePolicy } from './policy.ts';
import { hiddenAnywhere, hiddenBeside, hiddenFields, reachOf, type Who } from './rights.ts';

/** What an answer is without the fields that its reader may not see; the shell asks it of every answer of a route. */
export type Veil = (who: Who, answer: never) => unknown;
type Fields = Record<string, unknown>;

const hides = ({ fields }: RolePolicy) =>
  Object.values(fields).some((rules) => Object.values(rules).includes('hidden'));
/** Whether anything is hidden from somebody: nearly always nothing is, and answers go out as they are. */
export const hidesFields = (who: Who): boolean =>
  [...who.rights.roles, ...(who.rights.cap ?? [])].some(hides) ||
  reachOf(who, 'contact', 'read').reach === 'none';

/** An object without these fields; `custom.<name>` is one of its custom fields. */
function without<T extends object>(value: T, hidden: ReadonlySet<string>): T {
  if (hidden.size === 0) return value;
  const shown = Object.entries(value).filter(([name]) => !hidden.has(name));
  const result: Fields = Object.fromEntries(shown);
  const custom = [...hidden].flatMap((name) =>
    name.startsWith('custom.') ? [name.slice('custom.'.length)] : [],
  );
  if (custom.length > 0 && typeof result.custom === 'object' && result.custom !== null)
    result.custom = without(result.custom, new Set(custom));
  return result as T;
}

/** A record as this reader may see it: hidden fields are not there. */
export const veiled = <T extends { ownerId?: string | undefined }>(
  who: Who,
  kind: FieldKind,
  record: T,
): Partial<T> => without(record, hiddenFields(who, kind, record.ownerId));

type Entry = { type: string; fields?: Fields };
type Change = { before?: unknown; after?: unknown };
/** One side of a changed `custom` without its hidden parts. */
const side = (value: unknown, hidden: ReadonlySet<string>) =>
  typeof value === 'object' && value !== null ? without({ custom: value }, hidden).custom : value;

/** What changed of a record, field by field, without the fields that its reader may not see. */
export function veiledChanges(fields: Fields, hidden: ReadonlySet<string>): Fields {
  const { custom, ...shown } = without(fields, hidden) as { custom?: Change };
  if (!custom) return shown;
  return { ...shown, custom: { before: side(custom.before, hidden), after: side(custom.after, hidden) } };
}
const veiledEntry = (entry: Entry, hidden: ReadonlySet<string>): Entry =>
  entry.type === 'change' && entry.fields ? { ...entry, fields: veiledChanges(entry.fields, hidden) } : entry;

type Page<T> = { items: T[] };
type Timeline = Page<Entry>;
type Shown = { ownerId?: string; timeline?: Timeline; promises?: { ownerId?: string }[] };

export const veilRecord =
  (kind: FieldKind): Veil =>
  (who, record: Shown) => {
    const hidden = hiddenFields(who, kind, record.ownerId);
    const { timeline, promises } = record;
    const shown = {
      ...without(record, hidden),
      ...(promises && { promises: promises.map((promise) => veiled(who, 'promise', promise)) }),
    };
    if (!timeline) return shown;
    const items = timeline.items.map((entry) => veiledEntry(entry, hidden));
    return { ...shown, timeline: { ...timeline, items } };
  };

export const veilPage =
  (kind: FieldKind): Veil =>
  (who, page: Page<Shown>) => ({ ...page, items: page.items.map((record) => veiled(who, kind, record)) });

/** Records of several owners that are one to their reader: what is hidden of any is left out. */
export const veilTogether =
  (kind: FieldKind): Veil =>
  (who, page: Page<{ record: Shown }>) => {
    const hidden = hiddenAnywhere(who, kind);
    return { ...page, items: page.items.map((item) => ({ ...item, record: without(item.record, hidden) })) };
  };

type Results = { results: { record?: Shown }[] };
/** A batch's results, each record as this veil shows it. */
export const veilResults =
  (veil: Veil): Veil =>
  (who, answer: Results) => ({
    ...answer,
    results: answer.results.map(({ record, ...result }) =>
      record ? { ...result, record: veil(who, record as never) } : result,
    ),
  });
export const veilBatch = (kind: FieldKind): Veil =>
  veilResults((who, record: Shown) => veiled(who, kind, record));

/** A timeline's lines do not say whose the record is: what is hidden in any is left out. */
export const veilTimeline =
  (kind: FieldKind): Veil =>
  (who, page: Timeline) => {
    const hidden = hiddenAnywhere(who, kind);
    return { ...page, items: page.items.map((entry) => veiledEntry(entry, hidden)) };
  };

type Stage = { sumCents?: unknown; weightedCents?: unknown; cards: Shown[] };
/** A board whose reader does not see the amount of every deal on it has no sums. */
export const veilBoard: Veil = (who, board: { stages: Stage[] }) => {
  const hidden = hiddenAnywhere(who, 'deal');
  const withoutSums = ({ sumCents: _, weightedCents: __, ...stage }: Stage) => stage;
  const stages = board.stages.map((stage) => ({
    ...(hidden.has('amountCents') || hidden.has('currency') ? withoutSums(stage) : stage),
    cards: stage.cards.map((card) => veiled(who, 'deal', card)),
  }));
  return { ...board, stages };
};

type Activity = { mail?: Fields; submission?: Fields; call?: Fields };
const correspondents = new Set(['from', 'to', 'cc']);
const typed = new Set(['values', 'differing']);
/** What a visitor typed into a form, whom a mail is from and which number called: not for those to whom a contact's fields are hidden, or who see no contact. */
function veiledActivity(who: Who, activity: Activity): Activity {
  const hidden = hiddenBeside(who, 'contact');
  const { mail, submission, call } = activity;
  if (hidden.size === 0) return activity;
  return {
    ...activity,
    ...(mail && { mail: hidden.has('emails') ? without(mail, correspondents) : mail }),
    ...(call && { call: hidden.has('phones') ? without(call, correspondents) : call }),
    ...(submission && { submission: without(submission, typed) }),
  };
}
export const veilActivity: Veil = (who, activity: Activity) => veiledActivity(who, activity);
export const veilActivities: Veil = (who, page: Page<Activity>) => ({
  ...page,
  items: page.items.map((activity) => veiledActivity(who, activity)),
});

type Hit = { type: FieldKind; record: Shown };
/** What a search found; that nothing was found by a hidden field is the search's to see to. */
export const veilHits: Veil = (who, page: Page<Hit>) => ({
  ...page,
  items: page.items.map((hit) => ({ ...hit, record: veiled(who, hit.type, hit.record) })),
});
