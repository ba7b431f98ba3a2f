import type { Context } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import type { MatchKind } from '../../../shared/duplicates/compared.ts';
import {
  listCompanyDuplicatesRoute,
  listContactDuplicatesRoute,
} from '../../../shared/duplicates/duplicate-routes.ts';
import { duplicatesOf } from '../../../shared/duplicates/duplicates-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertSeen } from '../../../shared/platform/owned-store.ts';

async function duplicatesSeen({ actor }: Context, kind: MatchKind, id: string) {
  const scope = within(actor);
  await assertSeen(scope, kind, id);
  const items = await duplicatesOf(scope, kind, id);
  return { items: items.map((item) => ({ ...item, kind }) as never) };
}

export const listContactDuplicatesOperation = operation(listContactDuplicatesRoute, ({ params, ...by }) =>
  duplicatesSeen(by, 'contact', params.contactId),
);
export const listCompanyDuplicatesOperation = operation(listCompanyDuplicatesRoute, ({ params, ...by }) =>
  duplicatesSeen(by, 'company', params.companyId),
);
