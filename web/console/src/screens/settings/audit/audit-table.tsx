import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useFieldWords, What, Who } from './audit-words.tsx';

type Props = { entries: AuditEntry[]; onOpen: (entry: AuditEntry) => void };
const mostNamed = 4;

export function AuditTable({ entries, onOpen }: Props) {
  const t = useTranslations('settings.audit');
  const { moment } = useFormats();
  const fieldWord = useFieldWords();
  const fieldsOf = ({ fields = [] }: AuditEntry) => {
    const named = fields.slice(0, mostNamed).map(fieldWord).join(', ');
    return fields.length > mostNamed ? t('andMore', { named, count: fields.length - mostNamed }) : named;
  };
  const columns: Column<AuditEntry>[] = [
    {
      key: 'at',
      label: t('at'),
      isTight: true,
      cell: (entry) => (
        <RowName onOpen={() => onOpen(entry)} narrow={<InWords entry={entry} />}>
          {moment(entry.at)}
        </RowName>
      ),
    },
    { key: 'who', label: t('who'), isWide: true, isTight: true, cell: ({ actor }) => <Who actor={actor} /> },
    {
      key: 'action',
      label: t('action'),
      isWide: true,
      isTight: true,
      cell: ({ action }) => t(`actions.${actionKey(action)}`),
    },
    {
      key: 'what',
      label: t('what'),
      isWide: true,
      cell: ({ record }) => record && record.kind !== 'session' && <What record={record} />,
    },
    { key: 'fields', label: t('fields'), isWide: true, cell: fieldsOf },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={entries} keyOf={({ id }) => id} />;
}

/** A line of the log where there is room for one column only. */
function InWords({ entry: { action, actor, record } }: { entry: AuditEntry }) {
  const t = useTranslations('settings.audit');
  return (
    <>
      <div>
        {t(`actions.${actionKey(action)}`)} {record && record.kind !== 'session' && <What record={record} />}
      </div>
      <Who actor={actor} />
    </>
  );
}

type Key<A extends string> = A extends `${infer Of}.${infer Did}` ? `${Of}_${Did}` : A;
/** The action's name in the catalogue, whose paths have dots of their own. */
export const actionKey = (action: AuditEntry['action']) =>
  action.replace('.', '_') as Key<AuditEntry['action']>;
