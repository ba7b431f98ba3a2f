import { AppError, invalidField } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import type { GovernedKind } from '../core/policy.ts';
import { caseFolded } from '../core/text.ts';
import { listPk, relatedPk, statePk, taggedPk } from './list-entries.ts';
import type { RecordShape } from './record-shape.ts';

/** What a list is asked for: an order, and at most one of a tag, a record that is named and a field of few values. */
export type ListAsked = {
  sort: string;
  direction?: 'asc' | 'desc' | undefined;
  tag?: string | undefined;
  [field: string]: unknown;
};
type Named = { tags?: readonly string[] } & Record<string, unknown>;
export type Choice = {
  /** Where it lies: several where any of some values is asked for, of which a record has one. */
  bases: readonly string[];
  /** Where that lies which names a record that was merged into the one that is asked for. */
  merged?: readonly string[];
  /** The order that is asked for where nobody asks for another than its own. */
  kept: string;
  /** The field that it tells of. */
  field: string | undefined;
  /** Whether teams have partitions of it. */
  teams: boolean;
  belongs: (record: object) => boolean;
  ascending: boolean;
};

/** What of a list is asked for besides its order. */
const filtersOf = ({ related, states = {} }: RecordShape) => ['tag', ...related, ...Object.keys(states)];

/** The one that is asked for. Throws `filters_exclusive`. */
export function filterAsked(asked: ListAsked, shape: RecordShape): string | undefined {
  const filters = filtersOf(shape);
  const [field, other] = filters.filter((name) => asked[name] !== undefined);
  if (!other) return field;
  const detail = `Ask for one of ${filters.join(', ')} at a time; say the rest by \`filter\`.`;
  throw new AppError('invalid', 'filters_exclusive', detail);
}

/** What is listed by a field stands in the order of creation, or in one of its own. */
const kept = 'created';
function tagged(workspaceId: string, kind: GovernedKind, tag: string): Choice {
  const wanted = caseFolded(tag);
  const belongs = (record: object) =>
    ((record as Named).tags ?? []).some((one) => caseFolded(one) === wanted);
  return {
    bases: [taggedPk(workspaceId, kind, wanted)],
    kept,
    field: 'tags',
    teams: false,
    belongs,
    ascending: false,
  };
}

/** What is listed by a value of a field, or by any of some: of a record that is named, also by those that were merged into it. */
export function valued(
  workspaceId: string,
  shape: RecordShape,
  field: string,
  values: readonly string[],
): Choice {
  if (field === 'tag') return tagged(workspaceId, shape.kind, String(values[0]));
  const state = shape.states && Object.hasOwn(shape.states, field) ? shape.states[field] : undefined;
  const belongs = (record: object) => values.includes(String((record as Named)[field]));
  if (state) {
    const bases = values.map((value) => statePk(workspaceId, shape.kind, field, value));
    return { bases, kept, field, teams: true, belongs, ascending: state.worked === true };
  }
  const [base, ...merged] = values.map((id) => {
    const kind = kindOfId(id);
    if (!kind) throw invalidField(`?/${field}`, 'invalid_format', 'Must be an id.');
    return relatedPk(workspaceId, { kind, id }, shape.kind);
  });
  return { bases: base ? [base] : [], merged, kept, field, teams: true, belongs, ascending: false };
}

/** The field that an order tells of, and which way it goes where nothing is said. */
export function orderNamed({ ascending = [], orderedBy = {} }: RecordShape, sort: string) {
  const isPlain = ['created', 'updated'].includes(sort);
  return {
    field: isPlain ? undefined : (orderedBy[sort] ?? sort),
    ascending: sort === 'name' || ascending.includes(sort),
  };
}

/** A kind's whole list in an order; by creation where no list is kept in it. */
export function ordered(workspaceId: string, shape: RecordShape, asked: string): Choice {
  const sort = shape.unkept?.includes(asked) ? kept : asked;
  return {
    bases: [listPk(workspaceId, shape.kind, sort)],
    kept: sort,
    ...orderNamed(shape, sort),
    teams: ['created', 'updated'].includes(sort),
    belongs: () => true,
  };
}
