import { createKey } from '../../../shared/identity/key.ts';
import { createKeyRoute } from '../../../shared/identity/key-routes.ts';
import { saveNewKey } from '../../../shared/identity/key-store.ts';
import { hashOfKey, newKeyText } from '../../../shared/identity/key-text.ts';
import { operation } from '../../../shared/platform/api.ts';
import { signedIn } from '../../../shared/platform/signed-in.ts';

export const createKeyOperation = operation(createKeyRoute, async ({ event, body, ...by }) => {
  const { subject, memberships } = signedIn(event);
  const own = memberships.find(({ workspaceId }) => workspaceId === by.actor.workspaceId);
  const key = newKeyText();
  const secret = { hash: hashOfKey(key), lastFour: key.slice(-4) };
  const change = createKey(body, secret, own?.roles ?? [], by);
  await saveNewKey(change, subject, by);
  return { ...change.after, key, keyShown: true };
});
