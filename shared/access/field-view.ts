import { type FieldKind, fieldKinds } from '../core/policy.ts';
import { hiddenAnywhere, lockedFields, mayTouch, type Who } from '../core/rights.ts';

const somebody = ' ';
/** Whose records differ in what one may do to them: one's own, nobody's, a mate's, anybody's. */
function owners({ id, rights }: Who): (string | undefined)[] {
  const mate = [...rights.circle].find((one) => one !== id);
  return [id, undefined, ...(mate ? [mate] : []), somebody];
}

type FieldView = { hidden: string[]; readonly: string[] };
/** Fields that are hidden, and those that are seen and not to be set, in some record in reach: for a console to grey. */
export function fieldView(who: Who, kind: FieldKind): FieldView {
  const hidden = hiddenAnywhere(who, kind);
  const edited = owners(who).filter((owner) => mayTouch(who, kind, 'edit', owner));
  const locked = new Set(edited.flatMap((owner) => [...lockedFields(who, kind, 'edit', owner)]));
  return {
    hidden: [...hidden].sort(),
    readonly: [...locked].filter((name) => !hidden.has(name)).sort(),
  };
}
/** The same of every kind. */
export const fieldViews = (who: Who) =>
  Object.fromEntries(fieldKinds.map((kind) => [kind, fieldView(who, kind)])) as Record<FieldKind, FieldView>;
