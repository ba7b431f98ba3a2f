import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { IntakeReason } from './reasons.ts';

type Status = 'logged' | 'skipped' | 'failed';
const pageSize = 50;
const nextOf = ({ cursor }: { cursor?: string }) => cursor;
const first = undefined as string | undefined;

export const figuresQuery = queryOptions({
  queryKey: ['mail', 'figures'],
  queryFn: () => api().getMailIntake(),
});

export const intakeQuery = (status: Status, reason?: IntakeReason) =>
  infiniteQueryOptions({
    queryKey: ['mail', 'intake', status, reason],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        status,
        limit: pageSize,
        ...(reason && { reason }),
        ...(pageParam && { cursor: pageParam }),
      };
      return api().listMailIntake({ query }, { signal });
    },
    initialPageParam: first,
    getNextPageParam: nextOf,
  });

const linksLastMs = 240_000;
/** A message whole. Its links to files are good for five minutes. */
export const messageQuery = (intakeId: string) =>
  queryOptions({
    queryKey: ['mail', 'message', intakeId],
    queryFn: () => api().getMailIntakeMessage({ path: { intakeId } }),
    staleTime: linksLastMs,
  });

export const sentQuery = infiniteQueryOptions({
  queryKey: ['mail', 'sent'],
  queryFn: ({ pageParam, signal }) =>
    api().listOutboundMail(
      { query: { limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
      { signal },
    ),
  initialPageParam: first,
  getNextPageParam: nextOf,
});
export const sentMessageQuery = (messageId: string) =>
  queryOptions({
    queryKey: ['mail', 'outbound', messageId],
    queryFn: () => api().getOutboundMail({ path: { messageId } }),
  });
