import type { FieldType, Operator } from './field-def.ts';

const equal = ['$eq', '$ne', '$exists'] as const;
const oneOf = ['$in', '$nin', '$exists'] as const;
const ordered = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$exists'] as const;
const timed = ['$within', '$before', '$after', '$exists'] as const;
const texts = ['$contains', '$eq', '$ne', '$startsWith', '$exists'] as const;
const words = ['$in', '$nin', '$contains', '$exists'] as const;

/** How a condition compares what is of a type (docs/conditions.md), the usual one first; none where it does not. */
const byType: Partial<Record<FieldType, readonly Operator[]>> = {
  text: texts,
  longText: texts,
  url: texts,
  number: ordered,
  amount: ordered,
  date: timed,
  instant: timed,
  choice: oneOf,
  multiChoice: oneOf,
  tags: words,
  texts: texts,
  boolean: equal,
  user: oneOf,
  record: oneOf,
};
export const operatorsOf = (type: FieldType): readonly Operator[] => byType[type] ?? [];

/** The type that an editor of `$in` and `$nin` has, where they take a list of what the field holds. */
const lists: Partial<Record<FieldType, FieldType>> = {
  text: 'texts',
  choice: 'multiChoice',
  multiChoice: 'multiChoice',
  tags: 'tags',
  texts: 'texts',
  user: 'users',
  record: 'records',
};
const single: Partial<Record<FieldType, FieldType>> = { tags: 'text', texts: 'text', multiChoice: 'choice' };

/** What the operand of a comparison is edited as. */
export function operandType(type: FieldType, operator: Operator): FieldType {
  if (operator === '$exists') return 'boolean';
  if (operator === '$in' || operator === '$nin') return lists[type] ?? type;
  if (operator === '$contains' || operator === '$startsWith') return 'text';
  return single[type] ?? type;
}
