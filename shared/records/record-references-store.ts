import type { Context } from '../core/actor.ts';
import { within } from '../core/scope.ts';
import type { Write } from '../platform/commit.ts';
import { mustBeSeen } from '../platform/owned-store.ts';

type Named = 'contact' | 'company' | 'deal';
type References = { [K in `${Named}Id`]?: string | null | undefined };

/**
 * Holds a write to the being there, in the actor's sight, of those whom a record newly names: what it names `before` is no news. Throws, of the table,
 * `reference_unknown` with a pointer, and `contact_erased`.
 */
export function mustBeNamed(named: References, { actor }: Context, before: References = {}): Write[] {
  const seen = (kind: Named) => {
    const id = named[`${kind}Id`];
    return id && id !== before[`${kind}Id`] ? [mustBeSeen(within(actor), kind, id, `/${kind}Id`)] : [];
  };
  return (['contact', 'company', 'deal'] as const).flatMap(seen);
}
