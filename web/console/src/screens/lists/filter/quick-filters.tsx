import { Button, Menu, Popover } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../../api/kinds.ts';
import { useMe } from '../../../app/me.ts';
import type { FilterDef } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import type { Group } from './condition.ts';
import { asked, withAsked } from './defs.ts';

type Props = {
  kind: ListedKind;
  root: Group;
  defs: ReadonlyMap<string, FilterDef>;
  onChange: (root: Group) => void;
};

/** What the records of a kind are told apart by most often. */
const states: Record<ListedKind, string[]> = {
  contact: ['lifecycle'],
  company: [],
  deal: ['status', 'stageId'],
  task: ['status'],
  order: ['status'],
  product: [],
  ticket: ['status', 'priority'],
};
const small = { size: 'compact-sm', fw: 500, mih: { base: 44, sm: 30 } } as const;

function StateMenu({
  def,
  values,
  onChange,
}: {
  def: FilterDef;
  values: string[];
  onChange: (values: string[]) => void;
}) {
  const turned = (value: string) =>
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return (
    <Menu closeOnItemClick={false} position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          {...small}
          variant={values.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {def.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {def.options?.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemcheckbox"
            aria-checked={values.includes(value)}
            mih={{ base: 44, sm: 34 }}
            leftSection={
              <IconCheck size={16} aria-hidden style={{ opacity: values.includes(value) ? 1 : 0 }} />
            }
            onClick={() => onChange(turned(value))}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TagFilter({
  def,
  values,
  onChange,
}: {
  def: FilterDef;
  values: string[];
  onChange: (values: string[]) => void;
}) {
  return (
    <Popover position="bottom-start" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <Button
          {...small}
          variant={values.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {def.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FieldInput
          field={{ ...def, type: 'tags' }}
          value={values}
          onChange={(tags) => onChange((tags as string[] | undefined) ?? [])}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters that a tap makes: mine, a state, a tag. */
export function QuickFilters({ kind, root, defs, onChange }: Props) {
  const t = useTranslations('lists');
  const me = useMe();
  const isMine = asked(root, 'ownerId')?.join() === me.id;
  const tags = defs.get('tags');
  const set = (field: string) => (values: string[]) => onChange(withAsked(root, field, values));
  return (
    <>
      {defs.has('ownerId') && (
        <Button
          {...small}
          variant={isMine ? 'light' : 'default'}
          leftSection={<IconUser size={14} aria-hidden />}
          aria-pressed={isMine}
          onClick={() => set('ownerId')(isMine ? [] : [me.id])}
        >
          {t('mine')}
        </Button>
      )}
      {states[kind].map((field) => {
        const def = defs.get(field);
        return (
          def && <StateMenu key={field} def={def} values={asked(root, field) ?? []} onChange={set(field)} />
        );
      })}
      {tags && <TagFilter def={tags} values={asked(root, 'tags') ?? []} onChange={set('tags')} />}
    </>
  );
}
