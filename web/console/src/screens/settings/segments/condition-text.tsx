import type { Segment } from '../../../../../client/src/index.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { PartText } from '../../lists/filter/chips.tsx';
import { parse } from '../../lists/filter/condition.ts';
import { filterDefs } from '../../lists/filter/defs.ts';

/** What a segment's members have in common, in words. */
export function ConditionText({ segment: { of, condition } }: { segment: Segment }) {
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
