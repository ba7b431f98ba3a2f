import { hasHideable } from '../core/policy.ts';
import { hiddenAnywhere, reachOf, type Who } from '../core/rights.ts';
import type { CustomSchemas } from '../docs/workspace-document.ts';
import type { Catalogue } from './catalogue.ts';
import type { Undeclared } from './checked-custom.ts';
import type { CustomKind } from './custom.ts';
import { customSchema } from './custom-schema.ts';

/** Fields of which this reader is told nothing: all of a kind of which they may read no record. */
function hiddenOf(who: Who, of: CustomKind): ReadonlySet<string> {
  if (reachOf(who, of, 'read').reach === 'none') return new Set(['custom']);
  return hasHideable(of) ? hiddenAnywhere(who, of) : new Set();
}

/** Each kind's `custom` as this reader may see it. */
export const workspaceSchemas = (
  who: Who,
  catalogues: readonly Catalogue[],
  undeclared: Undeclared,
): Partial<Record<CustomKind, CustomSchemas>> =>
  Object.fromEntries(
    catalogues.map((one) => {
      const hidden = hiddenOf(who, one.of);
      return [
        one.of,
        {
          answer: customSchema(one, undeclared, 'shown', hidden),
          made: customSchema(one, undeclared, 'new', hidden),
          patch: customSchema(one, undeclared, 'patch', hidden),
        },
      ];
    }),
  );
