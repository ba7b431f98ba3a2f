import { Group, Text } from '@mantine/core';
import { useMessages, useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../../../client/src/index.ts';
import { listedKinds } from '../../../api/kinds.ts';
import { Person } from '../../../parts/person.tsx';
import { RecordLink } from '../../../parts/record-link.tsx';

/** What fields are called, whatever the kind of record; as the API names them where nothing says more. */
export function useFieldWords() {
  const { names } = useMessages().fields;
  return (name: string): string => (Object.hasOwn(names, name) ? names[name as keyof typeof names] : name);
}

/** Who acted: a person, by a key or by themself, or a part of Rapport. */
export function Who({ actor: { kind, id, keyId } }: Pick<AuditEntry, 'actor'>) {
  const t = useTranslations('settings.audit');
  if (kind !== 'user') return t.has(`actors.${kind as 'form'}`) ? t(`actors.${kind as 'form'}`) : kind;
  return (
    <Group gap={6} wrap="nowrap">
      <Person id={id} withName />
      {keyId && <Text c="var(--rapport-quiet)">{t('byKey')}</Text>}
    </Group>
  );
}

/** What it was done to, with the way there where it has a page. */
export function What({ record }: { record: NonNullable<AuditEntry['record']> }) {
  const t = useTranslations('settings.audit');
  const kinds = useTranslations('kinds.one');
  const listed = listedKinds.find((kind) => kind === record.kind);
  if (listed)
    return (
      <>
        {kinds(listed)} <RecordLink kind={listed} id={record.id} />
      </>
    );
  const name = t.has(`kinds.${record.kind as 'user'}`) ? t(`kinds.${record.kind as 'user'}`) : record.kind;
  if (record.kind !== 'user') return name;
  return (
    <Group gap={6} wrap="nowrap" display="inline-flex">
      {name} <Person id={record.id} withName />
    </Group>
  );
}
