import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { type ListedKind, listedKinds } from '../../../api/kinds.ts';
import { instantOf } from '../../../fields/zoned.ts';

/** What of the log is asked for; it stands in the address, so that it can be sent to a colleague. */
export type AuditSearch = { by?: string; record?: string; kind?: ListedKind; from?: string; to?: string };

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const dayOf = (value: unknown) => {
  const text = textOf(value);
  return text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
};
export function readSearch(search: Record<string, unknown>): AuditSearch {
  const { by, record, kind, from, to } = search;
  const found = {
    by: textOf(by),
    record: textOf(record),
    kind: listedKinds.find((one) => one === kind),
    from: dayOf(from),
    to: dayOf(to),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const dayMs = 86_400_000;
const nextDay = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
/** The moments between which days lie in the workspace's time zone; the last day is a whole one. */
export const spanOf = ({ from, to }: AuditSearch, timeZone: string) => ({
  ...(from && { from: instantOf(`${from}T00:00`, timeZone) }),
  ...(to && { to: instantOf(`${nextDay(to)}T00:00`, timeZone) }),
});

/** The log, page by page: of a record, of an actor, or of everybody. */
export const auditQuery = (search: AuditSearch, timeZone: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', search, timeZone],
    queryFn: ({ pageParam, signal }) => {
      const { by, record } = search;
      const whose = record ? { recordId: record } : by ? { actorId: by } : {};
      const cursor = pageParam ? { cursor: pageParam } : {};
      return api().listAudit(
        { query: { limit: 50, ...whose, ...spanOf(search, timeZone), ...cursor } },
        { signal },
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
