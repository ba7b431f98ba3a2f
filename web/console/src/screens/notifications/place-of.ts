import type { Permission } from '../../../../client/src/index.ts';
import { kindOf, type ListedKind, plurals } from '../../api/kinds.ts';
import type { Notification } from './queries.ts';

/** Where what one is told of can be looked at. */
type Target = { to: string; search?: Record<string, string>; hash?: string };
type Told = Pick<Notification, 'record' | 'detailId'>;

const others: Record<string, (id: string) => Target> = {
  import: (id) => ({ to: `/imports/${id}` }),
  dataExport: () => ({ to: '/settings/exports' }),
  export: () => ({ to: '/settings/exports' }),
  webhook: (webhook) => ({ to: '/settings/webhooks', search: { webhook } }),
  rule: (rule) => ({ to: '/settings/rules', search: { rule } }),
  message: (id) => ({ to: '/mail', search: { tab: 'sent', id } }),
};

/** Whoever may not read all mail that was sent has no page of the one that they wrote. */
const needs: Readonly<Record<string, Permission>> = { message: 'mail:read' };

/** Undefined where the record is gone, or has no page for its reader. A note or a mail is shown where it stands on the timeline. */
export function placeOf(
  { record, detailId }: Told,
  may: (permission: Permission) => boolean,
): Target | undefined {
  if (!record) return undefined;
  const { kind, id } = record;
  if (needs[kind] && !may(needs[kind])) return undefined;
  const plural = plurals[kind as ListedKind];
  if (!plural || !kindOf(plural)) return others[kind]?.(id);
  const to = `/${plural}/${id}`;
  return detailId?.startsWith('ac_') ? { to, search: { part: 'timeline' }, hash: detailId } : { to };
}
