import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { openCreate } from '../../create/open-create.ts';

/** What is known of a record that is made from another's page. */
function known(kind: ListedKind, record: AnyRecord, isChild: boolean): Record<string, unknown> {
  if (isChild) return { parentId: record.id };
  const { contactId, companyId, id } = record;
  const own = { contact: { contactId: id }, company: { companyId: id }, deal: { dealId: id } };
  const all = { contactId, companyId, ...own[kind as 'deal'] };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Makes a record that belongs to the one that is shown. */
export function NewRelated({
  kind,
  record,
  of,
  isChild,
}: {
  kind: ListedKind;
  record: AnyRecord;
  of: ListedKind;
  isChild: boolean;
}) {
  const t = useTranslations('lists.new');
  return (
    <Tooltip label={t(of)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t(of)}
        onClick={() => openCreate(of, known(kind, record, isChild))}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
