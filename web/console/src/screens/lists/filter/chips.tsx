import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FilterDef } from '../../../fields/field-def.ts';
import classes from '../list.module.css';
import { type Group, isGroup, type Part, type Test } from './condition.ts';
import { shownTest } from './defs.ts';
import { OperandText } from './operand-text.tsx';

type Defs = ReadonlyMap<string, FilterDef>;

/** Of one value "is" is said, where of several it is "is one of". */
function operatorOf({ operator, value }: Pick<Test, 'operator' | 'value'>) {
  const isOne = Array.isArray(value) && value.length === 1;
  if (isOne && operator === '$in') return '$eq';
  return isOne && operator === '$nin' ? '$ne' : operator;
}

function TestText({ test, defs }: { test: Test; defs: Defs }) {
  const t = useTranslations('fields');
  const def = defs.get(test.field);
  const shown = shownTest(test, def);
  const asksWhetherThere = shown.operator === '$exists';
  const isEmpty = asksWhetherThere && shown.value === false;
  return (
    <>
      <b>{def?.label ?? test.field}</b> {isEmpty ? t('isEmpty') : t(`operators.${operatorOf(shown)}`)}{' '}
      {!asksWhetherThere && (def ? <OperandText test={shown} def={def} /> : JSON.stringify(shown.value))}
    </>
  );
}

/** A question or a group of them in words. */
export function PartText({ part, defs }: { part: Part; defs: Defs }) {
  const t = useTranslations('lists');
  if (!isGroup(part)) return <TestText test={part} defs={defs} />;
  return (
    <>
      <b>{t(`modes.${part.mode}`)}</b>{' '}
      {part.parts.map((one, at) => (
        <span key={one.id}>
          {at > 0 && ' · '}
          <PartText part={one} defs={defs} />
        </span>
      ))}
    </>
  );
}

type Props = {
  root: Group;
  defs: Defs;
  /** The questions that the API does not understand. */
  faulty: ReadonlySet<number>;
  onOpen: () => void;
  /** Nothing where the filter is only shown. */
  onRemove: ((part: Part) => void) | undefined;
};

/** What the list is filtered by, one chip for each part that must hold. */
export function Chips({ root, defs, faulty, onOpen, onRemove }: Props) {
  const t = useTranslations('lists');
  const parts = root.mode === 'all' ? root.parts : [root];
  return parts.map((part) => (
    <span key={part.id} className={classes.chip} data-bad={faulty.has(part.id) || undefined}>
      <UnstyledButton className={classes.chipText} onClick={onOpen}>
        <PartText part={part} defs={defs} />
      </UnstyledButton>
      {onRemove && (
        <UnstyledButton
          className={classes.chipClose}
          aria-label={t('removeTest')}
          onClick={() => onRemove(part)}
        >
          <IconX size={14} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  ));
}
