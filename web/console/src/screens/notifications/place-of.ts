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

/** Undefined where the record is gone, or has no page. A note or a mail is shown where it stands on the timeline. */
export function placeOf({ record, detailId }: Told): Target | undefined {
  if (!record) return undefined;
  const { kind, id } = record;
  const plural = plurals[kind as ListedKind];
  if (!plural || !kindOf(plural)) return others[kind]?.(id);
  const to = `/${plural}/${id}`;
  return detailId?.startsWith('ac_') ? { to, search: { part: 'timeline' }, hash: detailId } : { to };
}
