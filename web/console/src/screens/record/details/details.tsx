import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, Kind } from '../../../api/kinds.ts';
import { type FieldDef, isEmpty, valueIn } from '../../../fields/field-def.ts';
import { Conflicts } from './conflicts.tsx';
import { useEdits } from './edits.ts';
import { FieldHistory } from './field-history.tsx';
import { FieldRow } from './field-row.tsx';
import { useSaveOnline } from './use-save-online.ts';

/** Told elsewhere on the page. */
const elsewhere = [
  'items',
  'stageId',
  'pipelineId',
  'daysInStage',
  'idle',
  'overdueSince',
  'lostReason',
  'wonReason',
];
/** What stands below until it is asked for: what few need, and what is empty. */
const later = [
  'externalId',
  'createdAt',
  'updatedAt',
  'source',
  'campaign',
  'openedOn',
  'language',
  'timeZone',
  'origin',
  'stageEnteredAt',
];

function isShown(field: FieldDef, record: AnyRecord): boolean {
  if (field.isOnlyAsked || elsewhere.includes(field.name)) return false;
  const isThere = !isEmpty(valueIn(field, record));
  return isThere || (!field.isHidden && !(field.isReadOnly && field.name !== 'status'));
}
/** Lines say what the whole comes to; then nobody writes the sum. */
const isReckoned = ({ name }: FieldDef, record: AnyRecord) =>
  name === 'amountCents' && !isEmpty(record.items);

/** The fields of a record, each edited where it stands. */
export function Details({
  kind,
  record,
  fields,
  isReadOnly,
}: {
  kind: Kind;
  record: AnyRecord;
  fields: FieldDef[];
  isReadOnly: boolean;
}) {
  const t = useTranslations('record');
  const edits = useEdits(kind, record.id);
  useSaveOnline(kind, record.id, fields);
  const [isAll, setIsAll] = useState(false);
  const [asked, setAsked] = useState<FieldDef>();
  const shown = fields.filter((field) => isShown(field, record));
  const isLater = ({ name }: FieldDef) =>
    later.includes(name) || (name === 'company' && record.companyId !== undefined);
  const few = shown.filter((field) => isAll || !isLater(field) || edits[field.name]);
  return (
    <section aria-label={t('details')}>
      {few.map((field) => (
        <FieldRow
          key={field.name}
          field={field}
          record={record}
          edit={isReadOnly ? undefined : edits[field.name]}
          isReadOnly={isReadOnly || field.isReadOnly || isReckoned(field, record)}
          onHistory={setAsked}
        />
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" mt={4} onClick={() => setIsAll(!isAll)}>
        {t(isAll ? 'fewerFields' : 'allFields')}
      </Button>
      <Conflicts kind={kind} id={record.id} fields={fields} edits={edits} />
      <FieldHistory field={asked} id={record.id} onClose={() => setAsked(undefined)} />
    </section>
  );
}
