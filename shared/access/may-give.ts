import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { fieldKinds, governedKinds, type Reach, type RolePolicy, reaches, verbs } from '../core/policy.ts';
import { reachOf } from '../core/rights.ts';
import { fieldView } from './field-view.ts';

const rank = (reach: Reach) => reaches.indexOf(reach);

function reachesFurther(actor: Actor, { records }: RolePolicy): boolean {
  return governedKinds.some((kind) => {
    const given = records[kind] as
      | (Partial<Record<(typeof verbs)[number], Reach>> & { unassigned: boolean })
      | undefined;
    if (!given) return false;
    return verbs.some((verb) => {
      const reach = given[verb] ?? 'none';
      if (reach === 'none') return false;
      const own = reachOf(actor, kind, verb);
      return rank(reach) > rank(own.reach) || (given.unassigned && !own.unassigned);
    });
  });
}

/** Fields that are held back from the actor in some record, and that the role would show or let be set. */
const showsMore = (actor: Actor, { fields }: RolePolicy): boolean =>
  fieldKinds.some((kind) => {
    const { hidden, readonly } = fieldView(actor, kind);
    return (
      hidden.some((name) => fields[kind]?.[name] !== 'hidden') ||
      readonly.some((name) => fields[kind]?.[name] === undefined)
    );
  });

/** Whether somebody with this role could do more than the actor. */
export const isBeyond = (actor: Actor, policy: RolePolicy): boolean =>
  policy.settings.some((setting) => !actor.permissions.includes(setting)) ||
  reachesFurther(actor, policy) ||
  showsMore(actor, policy);

/**
 * Holds the roles that somebody gives to what they may do themselves; who may write roles could make themselves anything, and
 * may give any. Throws `role_out_of_reach` with a pointer for each.
 */
export function assertMayGive(
  actor: Actor,
  given: readonly { policy: RolePolicy; pointer: string; role: string }[],
): void {
  if (actor.permissions.includes('roles:write')) return;
  const beyond = given.filter(({ policy }) => isBeyond(actor, policy));
  if (beyond.length === 0) return;
  const errors = beyond.map(({ pointer, role }) => ({
    pointer,
    code: 'role_out_of_reach',
    detail: `The role ${role} may do what you may not.`,
  }));
  throw new AppError('forbidden', 'role_out_of_reach', 'You cannot give rights that you do not have.', {
    errors,
  });
}
