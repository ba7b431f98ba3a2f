import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { LineItem } from '../../../../../client/src/index.ts';
import type { AnyRecord } from '../../../api/kinds.ts';
import { type FieldDef, isSame, valueIn } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { changeEdit, type Edit, endEdit, useEdits } from '../details/edits.ts';
import { saveField } from '../details/save-field.ts';
import { Section } from '../related/section.tsx';
import { Lines } from './lines.tsx';

type Props = { field: FieldDef; record: AnyRecord; isReadOnly: boolean };

function Editor({ field, id, edit }: { field: FieldDef; id: string; edit: Edit | undefined }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const client = useQueryClient();
  const change = (to: Partial<Edit>) => changeEdit(field.kind, id, field.name, to);
  const end = () => endEdit(field.kind, id, field.name);
  const close = () => (edit && isSame(edit.base, edit.value) ? end() : change({ isHere: false }));
  return (
    <Modal
      opened={Boolean(edit?.isHere) && edit?.status !== 'conflict'}
      onClose={close}
      title={field.label}
      size="xl"
    >
      <Stack>
        <FieldInput
          field={field}
          value={edit?.value}
          isBare
          onChange={(value) => change({ value, status: 'open' })}
        />
        {edit?.status === 'failed' && <ProblemBox error={edit.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={end}>
            {t('putBack')}
          </Button>
          <Button
            loading={edit?.status === 'saving'}
            onClick={() => void saveField(client, field.kind, id, field)}
          >
            {common('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What is sold: the lines, and an editor of all of them, whose draft stays like that of any field. */
export function LineItems({ field, record, isReadOnly }: Props) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const edit = useEdits(field.kind, record.id)[field.name];
  const items = (valueIn(field, record) ?? []) as LineItem[];
  const isFixed = isReadOnly || field.isReadOnly;
  if (isFixed && items.length === 0) return null;
  const open = () => {
    const begun: Partial<Edit> = edit ? {} : { base: items, value: items, status: 'open' };
    changeEdit(field.kind, record.id, field.name, { ...begun, isHere: true });
  };
  const isUnsaved = edit && !edit.isHere && edit.status !== 'saving';
  return (
    <Section
      title={field.label}
      count={items.length}
      action={
        !isFixed && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={open}>
            {isUnsaved ? t('unsavedLines') : common('edit')}
          </Button>
        )
      }
    >
      {items.length > 0 && <Lines items={items} currency={record.currency as string | undefined} />}
      <Editor field={field} id={record.id} edit={edit} />
    </Section>
  );
}
