import { Alert, Button, Drawer, Group as Row, Stack } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import type { FilterDef } from '../../../fields/field-def.ts';
import { useProblemText } from '../../../parts/problem.tsx';
import { type Condition, type Group, newGroup, parse, testAt, write } from './condition.ts';
import { firstTest } from './defs.ts';
import { GroupEditor } from './group-editor.tsx';

type Props = {
  filter: Condition | undefined;
  defs: ReadonlyMap<string, FilterDef>;
  error: unknown;
  onChange: (filter: Condition | undefined) => void;
  onClose: () => void;
};
const pauseMs = 350;

/** What the API says of each question, in the place of that question. */
function faultsOf(root: Group, error: unknown): ReadonlyMap<number, string> {
  if (!(error instanceof RapportError)) return new Map();
  return new Map(
    error.errors.flatMap(({ pointer, detail }): [number, string][] => {
      const id = testAt(root, pointer);
      return id === undefined ? [] : [[id, detail]];
    }),
  );
}

function Editor({ filter, defs, error, onChange, onClose }: Props) {
  const t = useTranslations('lists');
  const textOf = useProblemText();
  const [root, setRoot] = useState(() => {
    const there = parse(filter);
    const [first] = defs.values();
    return there.parts.length > 0 || !first ? there : { ...there, parts: [firstTest(first)] };
  });
  const apply = useDebouncedCallback((next: Group) => onChange(write(next)), {
    delay: pauseMs,
    flushOnUnmount: true,
  });
  const set = (next: Group) => {
    setRoot(next);
    apply(next);
  };
  const faults = useMemo(() => faultsOf(root, error), [root, error]);
  return (
    <Stack gap="md">
      {error !== undefined && error !== null && faults.size === 0 && (
        <Alert color="red" variant="light" role="alert">
          {textOf(error)}
        </Alert>
      )}
      <GroupEditor group={root} defs={defs} faults={faults} onChange={set} />
      <Row justify="space-between">
        <Button variant="subtle" onClick={() => set(newGroup('all'))}>
          {t('clearFilter')}
        </Button>
        <Button onClick={onClose}>{t('showResults')}</Button>
      </Row>
    </Stack>
  );
}

/** The builder of a filter beside the list, which follows every change of it. */
export function FilterDrawer(props: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <Drawer
      opened
      onClose={props.onClose}
      title={t('filter')}
      closeButtonProps={{ 'aria-label': common('close') }}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '85%' : 680}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <Editor {...props} />
    </Drawer>
  );
}
