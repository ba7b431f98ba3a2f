import type * as z from 'zod';
import { createContact } from '../../../shared/contacts/contact.ts';
import { toE164 } from '../../../shared/contacts/phone.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import { checkDuplicatesRoute } from '../../../shared/duplicates/duplicate-routes.ts';
import { duplicatesOfDraft } from '../../../shared/duplicates/duplicates-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

type Draft = z.output<(typeof checkDuplicatesRoute)['body']>;

/** What would be stored of it: addresses folded, and those phones in E.164 that are a number already. */
async function stored(draft: Draft, by: Context): Promise<object> {
  const { emailFolding, country } = await workspaceOf(by.actor.workspaceId);
  const numbers = await Promise.all(draft.record.phones.map(({ number }) => toE164(number, country)));
  const phones = numbers.flatMap((number) => (number ? [{ number }] : []));
  if (draft.kind === 'company') return { ...draft.record, phones };
  return createContact({ ...draft.record, phones }, emailFolding, by).after;
}

export const checkDuplicatesOperation = operation(checkDuplicatesRoute, async ({ body, ...by }) => {
  const { kind } = body;
  assertPermitted(by.actor, recordPermission(kind, 'read'));
  const items = await duplicatesOfDraft(within(by.actor), kind, await stored(body, by));
  return { items: items.map((item) => ({ ...item, kind }) as never) };
});
