import { Button, Center } from '@mantine/core';
import { useTranslations } from 'use-intl';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The way to the next page of a list, where there is one. */
export function More({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { pages: Pages }) {
  const t = useTranslations('common');
  if (!hasNextPage) return null;
  return (
    <Center p="md">
      <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
        {t('more')}
      </Button>
    </Center>
  );
}
