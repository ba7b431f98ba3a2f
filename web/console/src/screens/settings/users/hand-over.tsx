import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { useUser } from '../../../api/people.ts';

const againMs = 2000;

/** How far it is that what somebody had goes to others. */
export function HandOver({ userId }: { userId: string }) {
  const t = useTranslations('settings.users');
  const common = useTranslations('common');
  const { data } = useQuery({
    queryKey: ['user', userId],
    queryFn: () => api().getUser({ path: { userId } }),
    refetchInterval: ({ state }) => (state.data?.reassignment?.done === false ? againMs : false),
  });
  const heir = useUser(data?.reassignment?.to ?? undefined);
  if (!data?.reassignment) return null;
  const { moved, done } = data.reassignment;
  const to = heir?.name ?? common('nobody');
  return (
    <Text role="status">
      {!done && <Loader size={12} mr={8} aria-hidden />}
      {done ? t('handedOver', { count: moved, to }) : t('handingOver', { count: moved, to })}
    </Text>
  );
}
