import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Kind } from '../../../api/kinds.ts';
import { type FieldDef, isEmpty } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import classes from './conflict.module.css';
import { changeEdit, type Edit, type Edits, endEdit } from './edits.ts';
import { saveField } from './save-field.ts';
import { useChangedBy } from './use-changed-by.ts';

type Side = 'mine' | 'theirs' | 'base';
const sides: readonly Side[] = ['mine', 'theirs', 'base'];

/** What a field was, what somebody else has made of it, and what I wrote. */
function Choice({
  field,
  edit,
  side,
  onChoose,
}: {
  field: FieldDef;
  edit: Edit;
  side: Side;
  onChoose: (side: Side) => void;
}) {
  const t = useTranslations('record.conflict');
  const fields = useTranslations('fields');
  const values: Record<Side, unknown> = { mine: edit.value, theirs: edit.theirs, base: edit.base };
  return (
    <Radio.Group value={side} onChange={(chosen) => onChoose(chosen as Side)} label={field.label}>
      <div className={classes.choices}>
        {sides.map((one) => (
          <div key={one} className={classes.choice} data-checked={one === side || undefined}>
            <Radio value={one} label={t(one)} />
            <div className={classes.value}>
              {isEmpty(values[one]) ? fields('empty') : <FieldValue field={field} value={values[one]} />}
            </div>
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}

/** Asks what is to stand where two people have written different things. Nothing of either is lost before it is answered. */
export function Conflicts({
  kind,
  id,
  fields,
  edits,
}: {
  kind: Kind;
  id: string;
  fields: FieldDef[];
  edits: Edits;
}) {
  const t = useTranslations('record.conflict');
  const client = useQueryClient();
  const [sideOf, setSideOf] = useState<Record<string, Side>>({});
  const disputed = fields.filter(({ name }) => edits[name]?.status === 'conflict');
  const changedBy = useChangedBy(
    kind,
    id,
    disputed.map(({ name }) => name),
  );
  const settle = (field: FieldDef) => {
    const edit = edits[field.name];
    const side = sideOf[field.name] ?? 'mine';
    if (!edit) return;
    if (side === 'theirs') return endEdit(kind, id, field.name);
    const value = side === 'mine' ? edit.value : edit.base;
    changeEdit(kind, id, field.name, { value, base: edit.theirs, status: 'open' });
    void saveField(client, kind, id, field);
  };
  /** Goes back to the field with what was written, to go on with it. */
  const goOn = () => {
    for (const { name } of disputed) changeEdit(kind, id, name, { status: 'open', isHere: true });
  };
  return (
    <Modal opened={disputed.length > 0} onClose={goOn} title={t('title')} size="lg">
      <Stack>
        <Text>{changedBy ? t('whyWho', { name: changedBy }) : t('why')}</Text>
        {disputed.map((field) => {
          const edit = edits[field.name];
          return (
            edit && (
              <Choice
                key={field.name}
                field={field}
                edit={edit}
                side={sideOf[field.name] ?? 'mine'}
                onChoose={(side) => setSideOf({ ...sideOf, [field.name]: side })}
              />
            )
          );
        })}
        <Group justify="flex-end">
          <Button variant="default" onClick={goOn}>
            {t('goOn')}
          </Button>
          <Button onClick={() => disputed.forEach(settle)}>{t('save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
