import { Button, CloseButton, Group as Row, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FilterDef } from '../../../fields/field-def.ts';
import { type Group, isGroup, type Mode, newGroup, type Part } from './condition.ts';
import { firstTest } from './defs.ts';
import classes from './filter.module.css';
import { TestRow } from './test-row.tsx';

type Props = {
  group: Group;
  defs: ReadonlyMap<string, FilterDef>;
  /** What the API says of a question, by its id. */
  faults: ReadonlyMap<number, string>;
  depth?: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
};
/** Groups within groups, as many as a person overlooks. */
const deepest = 2;
const modes: Mode[] = ['all', 'any', 'none'];

function Add({
  group,
  defs,
  depth,
  onAdd,
}: Pick<Props, 'group' | 'defs'> & { depth: number; onAdd: (part: Part) => void }) {
  const t = useTranslations('lists');
  const [first] = defs.values();
  return (
    <Row gap={4}>
      <Button
        variant="subtle"
        size="compact-sm"
        mih={34}
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={!first}
        onClick={() => first && onAdd(firstTest(first))}
      >
        {t('addTest')}
      </Button>
      {depth < deepest && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={34}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => first && onAdd(newGroup(group.mode === 'any' ? 'all' : 'any', [firstTest(first)]))}
        >
          {t('addGroup')}
        </Button>
      )}
    </Row>
  );
}

/** Questions that must all hold, or one of them, or none; any of them may be a group again. */
export function GroupEditor({ group, defs, faults, depth = 0, onChange, onRemove }: Props) {
  const t = useTranslations('lists');
  const put = (id: number, part: Part | undefined) =>
    onChange({
      ...group,
      parts: group.parts.flatMap((one) => (one.id === id ? [part].filter((is) => is !== undefined) : [one])),
    });
  return (
    <fieldset
      aria-label={t(`modes.${group.mode}`)}
      className={depth > 0 ? `${classes.group} ${classes.inner}` : classes.group}
    >
      <Row gap={6} justify="space-between">
        <SegmentedControl
          size="sm"
          aria-label={t('mode')}
          value={group.mode}
          data={modes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          onChange={(mode) => onChange({ ...group, mode: mode as Mode })}
        />
        {onRemove && <CloseButton aria-label={t('removeGroup')} onClick={onRemove} />}
      </Row>
      {group.parts.map((part) =>
        isGroup(part) ? (
          <GroupEditor
            key={part.id}
            group={part}
            defs={defs}
            faults={faults}
            depth={depth + 1}
            onChange={(next) => put(part.id, next)}
            onRemove={() => put(part.id, undefined)}
          />
        ) : (
          <TestRow
            key={part.id}
            test={part}
            defs={defs}
            error={faults.get(part.id)}
            onChange={(next) => put(part.id, next)}
            onRemove={() => put(part.id, undefined)}
          />
        ),
      )}
      <Add
        group={group}
        defs={defs}
        depth={depth}
        onAdd={(part) => onChange({ ...group, parts: [...group.parts, part] })}
      />
    </fieldset>
  );
}
