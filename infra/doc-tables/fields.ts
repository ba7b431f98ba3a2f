import { fieldsOf } from '../../shared/conditions/fields.ts';
import { governedKinds } from '../../shared/core/policy.ts';
import { table } from './table.ts';

const conditionKinds = governedKinds.filter((kind) => kind !== 'activity');
const byType: [string, readonly string[]][] = [
  ['texts and choices', ['text', 'choice']],
  ['ids', ['id']],
  ['numbers, yes and no', ['number', 'boolean']],
  ['days and instants', ['date', 'instant']],
];

/** The fields of each kind that a condition may name, by how they are compared. */
export function fieldTable(): string {
  const rows = conditionKinds.map((kind) => {
    const fields = [...fieldsOf(kind)];
    const named = (types: readonly string[]) =>
      fields.flatMap(([path, { type }]) => (types.includes(type) ? [`\`${path}\``] : [])).join(', ');
    return [kind, ...byType.map(([, types]) => named(types) || '–')];
  });
  return table(['of', ...byType.map(([head]) => head)], rows);
}
