import type { Actor } from './actor.ts';
import { fieldForbidden } from './may-write.ts';
import type { FieldKind } from './policy.ts';
import { hiddenAnywhere, hiddenBeside } from './rights.ts';

/**
 * Holds a list's filters, orders and sums to the fields that one sees in every record in reach: what is found, and where it
 * stands, would tell the rest. Throws `field_forbidden`.
 */
export function assertMayAsk(actor: Actor, kind: FieldKind, fields: readonly string[]): void {
  const hidden = hiddenAnywhere(actor, kind);
  const asked = fields.filter((name) => hidden.has(name));
  if (asked.length > 0) throw fieldForbidden(asked);
}

/** For what shows a record's fields in words of its own. Throws `field_forbidden` where any field of its kind is hidden. */
export function assertSeesWhole(actor: Actor, kind: FieldKind): void {
  const hidden = hiddenBeside(actor, kind);
  if (hidden.size > 0) throw fieldForbidden([...hidden]);
}

/** Whose records a query asks for: `me`, `none` for nobody's, or a user's id. */
export const ownerAsked = (
  { id }: Actor,
  asked: string | undefined,
): { id: string | undefined } | undefined => {
  if (asked === undefined) return undefined;
  if (asked === 'none') return { id: undefined };
  return { id: asked === 'me' ? id : asked };
};
