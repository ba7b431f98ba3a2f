import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import {
  createLink,
  type Link,
  type LinkKind,
  linkKindOf,
  type NewLink,
} from '../../../shared/links/link.ts';
import { assertMayLink, assertRoom, linkStore } from '../../../shared/links/link-store.ts';
import { mustBeSeen } from '../../../shared/platform/owned-store.ts';

/** Makes a link, or answers the one that says the same. */
export async function makeLink(asked: NewLink, by: Context): Promise<{ link: Link; isNew: boolean }> {
  const { actor } = by;
  const scope = within(actor);
  const ends = await assertMayLink(scope, asked);
  const given = { ...asked, ...ends };
  const change = createLink(given, by);
  const [unique] = change.of.unique(change.after);
  const find = () => (unique ? linkStore.findByUnique(actor.workspaceId, unique) : undefined);
  const earlier = await find();
  if (earlier) return { link: earlier, isNew: false };
  await assertRoom(actor.workspaceId, given);
  const seen = [
    mustBeSeen(scope, linkKindOf(given.fromId) as LinkKind, given.fromId, '/fromId'),
    mustBeSeen(scope, linkKindOf(given.toId) as LinkKind, given.toId, '/toId'),
  ];
  try {
    await linkStore.save(change, by, seen);
    return { link: change.after, isNew: true };
  } catch (error) {
    const since = error instanceof AppError && error.code === 'link_taken' ? await find() : undefined;
    if (!since) throw error;
    return { link: since, isNew: false };
  }
}
