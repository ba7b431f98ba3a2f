import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Popover,
  ScrollArea,
  Stack,
  Text,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { FieldDef } from '../../fields/field-def.ts';
import { type Column, titleColumn, widthOf } from './columns.ts';
import classes from './list.module.css';
import type { List } from './use-list.ts';

type Rest = { columns: Column[]; setColumns: (columns: Column[] | undefined) => void };

function moved(columns: Column[], from: number, by: number): Column[] {
  const [column] = columns.slice(from, from + 1);
  return column ? columns.toSpliced(from, 1).toSpliced(from + by, 0, column) : columns;
}

function ChosenColumn({ field, at, columns, setColumns }: Rest & { field: FieldDef; at: number }) {
  const t = useTranslations('lists');
  const { label, name } = field;
  const column = columns[at] ?? { field: name };
  const sized = (width: number) =>
    setColumns(columns.map((one, index) => (index === at ? { ...one, width } : one)));
  return (
    <Group gap={4} wrap="nowrap">
      <Checkbox
        flex={1}
        label={label}
        checked
        onChange={() => setColumns(columns.filter((one) => one.field !== name))}
      />
      <NumberInput
        size="xs"
        w={64}
        hideControls
        min={80}
        max={800}
        aria-label={t('width', { label })}
        value={widthOf(column, field)}
        onBlur={({ currentTarget }) => {
          const width = Number(currentTarget.value);
          if (width >= 80 && width <= 800 && width !== widthOf(column, field)) sized(width);
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        disabled={at === 0}
        aria-label={t('moveUp', { label })}
        onClick={() => setColumns(moved(columns, at, -1))}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        disabled={at === columns.length - 1}
        aria-label={t('moveDown', { label })}
        onClick={() => setColumns(moved(columns, at, 1))}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Which columns there are, in which order and how wide. */
export function ColumnsMenu({ list }: { list: List }) {
  const t = useTranslations('lists');
  const { columns, setColumns, byName, shown } = list;
  const chosen = columns.filter(({ field }) => field !== titleColumn && byName.has(field));
  const title = columns.filter(({ field }) => field === titleColumn);
  const set = (next: Column[] | undefined) => setColumns(next && [...title, ...next]);
  const others = shown.filter(({ name }) => !chosen.some(({ field }) => field === name));
  return (
    <Popover position="bottom-end" shadow="md" width={340} trapFocus>
      <Popover.Target>
        <Button
          className={classes.columns}
          size="compact-sm"
          fw={500}
          mih={30}
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={14} aria-hidden />}
        >
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <ScrollArea.Autosize mah="60vh" offsetScrollbars>
          <Stack gap={6}>
            {chosen.map(({ field }, at) => {
              const def = byName.get(field);
              return (
                def && <ChosenColumn key={field} field={def} at={at} columns={chosen} setColumns={set} />
              );
            })}
            {others.length > 0 && (
              <Text size="xs" fw={600} c="var(--rapport-quiet)" mt={6}>
                {t('otherColumns')}
              </Text>
            )}
            {others.map(({ name, label }) => (
              <Checkbox
                key={name}
                label={label}
                checked={false}
                onChange={() => set([...chosen, { field: name }])}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => set(undefined)}>
          {t('usualColumns')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
