import type { FieldDef, FilterDef, Operator } from '../../../fields/field-def.ts';
import { type Group, newTest, type Test } from './condition.ts';

/** What may be asked of a list, by its path; nothing that a role holds back. */
export const filterDefs = (fields: readonly FieldDef[]): ReadonlyMap<string, FilterDef> =>
  new Map(
    fields.flatMap(({ isHidden, filters }) =>
      isHidden ? [] : filters.map((def): [string, FilterDef] => [def.path, def]),
    ),
  );

const several: Partial<Record<Operator, Operator>> = { $eq: '$in', $ne: '$nin' };
/** Of what is chosen from a list several may be meant, so that one is shown as several of which there is one. */
export function shownTest(test: Test, def: FilterDef | undefined): Test {
  const operator = several[test.operator];
  const isOffered = !def || def.operators.includes(test.operator);
  if (isOffered || !operator || !def.operators.includes(operator)) return test;
  return { ...test, operator, value: [test.value] };
}

/** A question that is new: of a field by its usual comparison. */
export const firstTest = ({ path, operators, type }: FilterDef): Test =>
  newTest(
    path,
    operators[0] ?? '$exists',
    type === 'boolean' || operators[0] === '$exists' ? true : undefined,
  );

/** What a field is asked for at the top of a filter, where all of it must hold; undefined where it is not, or in another way. */
export function asked(root: Group, field: string): string[] | undefined {
  if (root.mode !== 'all') return undefined;
  const test = root.parts.find((part): part is Test => 'field' in part && part.field === field);
  if (!test) return undefined;
  if (test.operator === '$eq') return [String(test.value)];
  return test.operator === '$in' && Array.isArray(test.value) ? test.value.map(String) : undefined;
}

/** The filter with a field asked for these values, or no longer asked for. */
export function withAsked(root: Group, field: string, values: string[]): Group {
  const isIt = (part: Group['parts'][number]) => 'field' in part && part.field === field;
  const own = values.length > 0 ? [newTest(field, '$in', values)] : [];
  if (root.mode !== 'all') return { ...root, mode: 'all', parts: [...own, root] };
  return { ...root, parts: [...root.parts.filter((part) => !isIt(part)), ...own] };
}
