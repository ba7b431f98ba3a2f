import { ActionIcon, Loader } from '@mantine/core';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnyRecord } from '../../../api/kinds.ts';
import { type FieldDef, isEmpty, valueIn, writtenIn } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import { changeEdit, type Edit } from './edits.ts';
import { FieldEditor } from './field-editor.tsx';
import classes from './field-row.module.css';
import { saveField } from './save-field.ts';

type Props = {
  field: FieldDef;
  record: AnyRecord;
  edit: Edit | undefined;
  isReadOnly: boolean;
  onHistory: (field: FieldDef) => void;
};

/** A value as it stands, or as it is being saved. */
function Shown({ field, value, isSaving }: { field: FieldDef; value: unknown; isSaving: boolean }) {
  const t = useTranslations('fields');
  return (
    <div className={classes.value}>
      {isEmpty(value) ? (
        <span className={classes.empty}>{t('empty')}</span>
      ) : (
        <FieldValue field={field} value={value} />
      )}
      {isSaving && <Loader size={12} ml={6} aria-hidden />}
    </div>
  );
}

function Row({ field, record, edit, isReadOnly, onHistory }: Props) {
  const t = useTranslations('record');
  const value = edit?.status === 'saving' ? edit.value : valueIn(field, record);
  const begin = () => {
    const base = writtenIn(field, value); // also one that is on its way to the API
    changeEdit(field.kind, record.id, field.name, { base, value: base, status: 'open', isHere: true });
  };
  return (
    <div className={classes.row} aria-busy={edit?.status === 'saving'}>
      {!isReadOnly && (
        <button
          type="button"
          className={classes.edit}
          aria-label={t('editField', { field: field.label })}
          data-edit={field.name}
          onClick={begin}
        >
          <IconPencil size={15} aria-hidden />
        </button>
      )}
      <span className={classes.label}>{field.label}</span>
      <Shown field={field} value={value} isSaving={edit?.status === 'saving'} />
      <span className={classes.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('historyOf', { field: field.label })}
          onClick={() => onHistory(field)}
        >
          <IconHistory size={15} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}

/** A field of a record: its value, and a click or Enter away its editor. */
export function FieldRow(props: Props) {
  const { field, record, edit, onHistory } = props;
  const client = useQueryClient();
  if (!edit || edit.status === 'saving') return <Row {...props} />;
  return (
    <FieldEditor
      field={field}
      id={record.id}
      edit={edit}
      onHistory={() => onHistory(field)}
      onSave={() => void saveField(client, field.kind, record.id, field)}
    />
  );
}
