import { Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Kind } from '../../../../api/kinds.ts';
import { useFields } from '../../../../fields/use-fields.ts';
import { type Condition, type Group, parse, write } from '../../../lists/filter/condition.ts';
import { filterDefs, firstTest } from '../../../lists/filter/defs.ts';
import { GroupEditor } from '../../../lists/filter/group-editor.tsx';
import type { RuledKind } from '../definition.ts';

type Props = { kind: RuledKind; value: Condition; onChange: (condition: Condition) => void };
const none: ReadonlyMap<number, string> = new Map();

function Editor({ kind, value, onChange }: Props & { kind: Kind }) {
  const fields = useFields(kind);
  const defs = useMemo(() => filterDefs(fields), [fields]);
  const [root, setRoot] = useState<Group>(() => {
    const there = parse(value);
    const [first] = defs.values();
    return there.parts.length > 0 || !first ? there : { ...there, parts: [firstTest(first)] };
  });
  const set = (next: Group) => {
    setRoot(next);
    onChange(write(next) ?? {});
  };
  return <GroupEditor group={root} defs={defs} faults={none} onChange={set} />;
}

/** A condition in its builder, as lists and segments have it. Of activities nothing is asked. */
export function ConditionField({ kind, ...props }: Props) {
  const t = useTranslations('settings.rules');
  if (kind === 'activity') return <Text>{t('noConditions')}</Text>;
  return <Editor key={kind} kind={kind} {...props} />;
}
