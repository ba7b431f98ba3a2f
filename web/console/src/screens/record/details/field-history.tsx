import { Button, Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HistoryEntry } from '../../../../../client/src/index.ts';
import { type FieldDef, isEmpty, isSame, valueIn } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import { useFormats } from '../../../parts/format.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useActorName } from '../actor.ts';
import { historyQuery } from '../history-query.ts';
import { touches } from './use-changed-by.ts';

/** A field before and after a change; undefined where the change left it as it was. */
function changeOf(
  field: FieldDef,
  { fields }: HistoryEntry,
): { before: unknown; after: unknown } | undefined {
  if (!touches(fields, field.name)) return undefined;
  const side = (which: 'before' | 'after') => {
    const all = Object.entries(fields).map(([name, change]) => [name, change[which]]);
    return valueIn(field, { id: '', version: 0, createdAt: '', updatedAt: '', ...Object.fromEntries(all) });
  };
  const [before, after] = [side('before'), side('after')];
  return isSame(before, after) ? undefined : { before, after };
}

function Entry({ field, entry }: { field: FieldDef; entry: HistoryEntry }) {
  const fields = useTranslations('fields');
  const t = useTranslations('record');
  const { moment } = useFormats();
  const nameOf = useActorName();
  const change = changeOf(field, entry);
  if (!change) return null;
  const shown = (value: unknown) =>
    isEmpty(value) ? fields('empty') : <FieldValue field={field} value={value} />;
  return (
    <li>
      <Text size="sm" c="var(--rapport-quiet)">
        {nameOf(entry.by)} · {moment(entry.at)}
      </Text>
      {entry.erased ? (
        <Text>{t('erasedChange')}</Text>
      ) : (
        <Text component="div">
          {shown(change.before)} → {shown(change.after)}
        </Text>
      )}
    </li>
  );
}

/** Who gave a field which value, and when. */
export function FieldHistory({
  field,
  id,
  onClose,
}: {
  field: FieldDef | undefined;
  id: string;
  onClose: () => void;
}) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const query = useInfiniteQuery({
    ...historyQuery(field?.kind ?? 'contact', id),
    enabled: field !== undefined,
  });
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isChanged = field && entries.some((entry) => changeOf(field, entry));
  return (
    <Drawer
      opened={field !== undefined}
      onClose={onClose}
      position="right"
      title={field && t('historyOf', { field: field.label })}
    >
      {query.isPending && <Skeleton h={80} />}
      {query.error && <ProblemBox error={query.error} again={() => void query.refetch()} />}
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {field && entries.map((entry) => <Entry key={entry.id} field={field} entry={entry} />)}
      </Stack>
      {query.isSuccess && !isChanged && !query.hasNextPage && <Text>{t('neverChanged')}</Text>}
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={query.isFetching}
          onClick={() => void query.fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
    </Drawer>
  );
}
