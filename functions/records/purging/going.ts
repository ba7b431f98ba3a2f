import type { Context } from '../../../shared/core/actor.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { typeNamed } from '../types.ts';

/** A record that goes for good. */
export type Going = { kind: GovernedKind; workspaceId: string; id: string; by: Context };
/** What is done one by one; the run may stop behind each. Done again, a step finds only what is left. */
export type Steps = AsyncGenerator<unknown>;

export function typeOf(kind: string) {
  const type = typeNamed(kind);
  if (!type) throw new Error(`Nothing is known of the kind ${kind}`);
  return type;
}
