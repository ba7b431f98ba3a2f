import type { Kind } from '../../../api/kinds.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { PartText } from '../../lists/filter/chips.tsx';
import { type Condition, parse } from '../../lists/filter/condition.ts';
import { filterDefs } from '../../lists/filter/defs.ts';

/** What records of a kind have in common, in words. */
export function ConditionText({ of, condition }: { of: Kind; condition: Condition }) {
  const defs = filterDefs(useFields(of));
  const root = parse(condition);
  const parts = root.mode === 'all' ? root.parts : [root];
  return parts.map((part, at) => (
    <span key={part.id}>
      {at > 0 && ' · '}
      <PartText part={part} defs={defs} />
    </span>
  ));
}
