import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import { plurals } from '../../../api/kinds.ts';
import { type FieldDef, type FieldType, isSame } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { useProblemText } from '../../../parts/problem.tsx';
import { changeEdit, type Edit, endEdit } from './edits.ts';
import classes from './field-row.module.css';

type Props = { field: FieldDef; id: string; edit: Edit; onSave: () => void; onHistory: () => void };

/** What is chosen and not typed is meant as soon as it is chosen. */
const chosen: readonly FieldType[] = ['choice', 'boolean', 'user', 'record'];
/** Where Enter has a meaning of its own while one writes. */
const manyLines: readonly FieldType[] = ['longText', 'tags', 'texts', 'multiChoice', 'consents', 'items'];
const hasOpenList = (target: EventTarget) =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

function isEnough({ key, target, metaKey, ctrlKey }: KeyboardEvent, type: FieldType): boolean {
  if (key !== 'Enter' || target instanceof HTMLButtonElement) return false;
  if (metaKey || ctrlKey) return true;
  return !manyLines.includes(type) && !hasOpenList(target);
}

function Problem({ field, edit }: Pick<Props, 'field' | 'edit'>) {
  const t = useTranslations('record');
  const textOf = useProblemText();
  if (edit.status !== 'failed')
    return edit.isHere ? null : (
      <Text size="sm" c="var(--rapport-quiet)">
        {t('notSaved')}
      </Text>
    );
  const other = edit.error instanceof RapportError ? edit.error.existingId : undefined;
  return (
    <Text size="sm" c="var(--rapport-wrong)" role="alert">
      {textOf(edit.error)}{' '}
      {other && (
        <Link to="/$plural/$recordId" params={{ plural: plurals[field.kind], recordId: other }}>
          {t('existing')}
        </Link>
      )}
    </Text>
  );
}

/** Saves when it is left or Enter is pressed; Escape puts back what was. */
export function FieldEditor({ field, id, edit, onSave, onHistory }: Props) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const box = useRef<HTMLFieldSetElement>(null);
  /** Focus comes back to where it was before the edit began. */
  const goBack = () => {
    const row = `[data-edit="${CSS.escape(field.name)}"]`;
    requestAnimationFrame(() => document.querySelector<HTMLElement>(row)?.focus());
  };
  const change = (value: unknown) => {
    changeEdit(field.kind, id, field.name, { value, status: 'open', isHere: true });
    if (!chosen.includes(field.type)) return;
    onSave();
    goBack();
  };
  const cancel = () => {
    endEdit(field.kind, id, field.name);
    goBack();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !hasOpenList(event.target)) return cancel();
    if (!isEnough(event, field.type)) return;
    event.preventDefault();
    onSave();
    goBack();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    const stays =
      box.current?.contains(relatedTarget as Node) || box.current?.contains(document.activeElement);
    if (!stays && edit.status === 'open') onSave();
  };
  return (
    <fieldset
      ref={box}
      className={`${classes.row} ${classes.open}`}
      aria-label={field.label}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <span className={classes.label}>{field.label}</span>
      <div>
        <FieldInput field={field} value={edit.value} onChange={change} isBare isFocused={edit.isHere} />
        <Problem field={field} edit={edit} />
        <div className={classes.buttons}>
          <Button size="compact-sm" onClick={onSave}>
            {edit.status === 'failed' ? t('saveAgain') : common('save')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onMouseDown={(event) => event.preventDefault()}
            onClick={cancel}
          >
            {isSame(edit.base, edit.value) ? common('cancel') : t('putBack')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" ml="auto" onClick={onHistory}>
            {t('history')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
