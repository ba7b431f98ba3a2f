import type { Actor } from './actor.ts';
import { AppError } from './errors.ts';
import type { FieldKind, GovernedKind } from './policy.ts';
import { type Change, changeKind } from './record.ts';
import { lockedFields, mayTouch, reachOf } from './rights.ts';
import { assertWithin, within } from './scope.ts';

const ownerOutOfReach = (kind: GovernedKind) => {
  const detail = `Your roles let you give a ${kind} only to those in reach of ${kind}s:create.`;
  const errors = [{ pointer: '/ownerId', code: 'owner_out_of_reach', detail }];
  return new AppError('forbidden', 'owner_out_of_reach', detail, { errors });
};

/**
 * Asked of every change before it is stored, so that no operation can forget it: one may do this to the record as it was,
 * and may give it to whom it belongs now. Throws `<kind>_not_found`, `record_out_of_reach`, `owner_out_of_reach`.
 */
export function assertMayWrite({ of, before, after }: Change, actor: Actor): void {
  const { ownerOf } = of;
  if (!ownerOf || actor.kind !== 'user') return;
  const kind = of.kind as GovernedKind;
  // To restore as well, and whatever else is done to what lies in the trash.
  const deletes = before && (before.deletedAt || changeKind({ before, after }) !== 'updated');
  const verb = deletes ? 'delete' : 'edit';
  if (before) assertWithin(within(actor, verb), kind, before.id, ownerOf(before));
  if (!after) return;
  const owner = ownerOf(after);
  const isGiven = !before || ownerOf(before) !== owner;
  if (isGiven && !mayTouch(actor, kind, 'create', owner)) throw ownerOutOfReach(kind);
}

/**
 * Whose a new record is where nobody is named: one's own, or nobody's of somebody who may make records for all. A product is
 * nobody's whoever makes it.
 */
export const ownerOfNew = (actor: Actor, kind: GovernedKind, given: string | undefined): string | undefined =>
  given ?? (kind === 'product' || reachOf(actor, kind, 'create').reach === 'all' ? undefined : actor.id);

type Body = Record<string, unknown>;
/** Whether a body says something of a field (`custom.<name>` is one of its custom fields) that `unset` does not. */
function isSet(body: Body, name: string, unset: Body): boolean {
  const [field = '', part] = name.split('.');
  const value = body[field];
  if (part === undefined)
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(unset[field]);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, part);
}

const ownPointer = (name: string) => `/${name.replace('.', '/')}`;
/** `pointerOf`: where the request names a field. */
export const fieldForbidden = (names: string[], pointerOf: (name: string) => string = ownPointer) => {
  const detailOf = (name: string) => `Your roles do not let you use ${name}.`;
  return new AppError(
    'forbidden',
    'field_forbidden',
    'Your roles hold back a field of this request; see errors.',
    {
      errors: names.map((name) => ({
        pointer: pointerOf(name),
        code: 'field_forbidden',
        detail: detailOf(name),
      })),
    },
  );
};

/**
 * Holds what a body sets to the fields that one may set, whatever the values are: a value that changes nothing would
 * tell what is there. `unset`: what the body of a new record holds where nothing was said. Throws `field_forbidden` with a
 * pointer for each.
 */
export function assertMaySet(
  actor: Actor,
  kind: FieldKind,
  verb: 'create' | 'edit',
  owner: string | undefined,
  body: object,
  unset: object = {},
): void {
  const locked = lockedFields(actor, kind, verb, owner);
  const set = [...locked].filter((name) => isSet(body as Body, name, unset as Body));
  if (set.length > 0) throw fieldForbidden(set);
}
