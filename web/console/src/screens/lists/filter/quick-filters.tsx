import { Button, Menu, Popover } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../../app/me.ts';
import type { FilterDef } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import type { Group } from './condition.ts';
import { asked, withAsked } from './defs.ts';

type Props = {
  /** Which, in this order: `ownerId` is mine or not, `tags` are chosen from all, others from what they can be. */
  fields: readonly string[];
  root: Group;
  defs: ReadonlyMap<string, FilterDef>;
  onChange: (root: Group) => void;
};

const small = { size: 'compact-sm', fw: 500, mih: { base: 44, sm: 30 } } as const;

type Chosen = { def: FilterDef; values: string[]; onChange: (values: string[]) => void };
function StateMenu({ def, values, onChange }: Chosen) {
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

function TagFilter({ def, values, onChange }: Chosen) {
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

function Mine({ values, onChange }: Omit<Chosen, 'def'>) {
  const t = useTranslations('lists');
  const { id } = useMe();
  const isMine = values.join() === id;
  return (
    <Button
      {...small}
      variant={isMine ? 'light' : 'default'}
      leftSection={<IconUser size={14} aria-hidden />}
      aria-pressed={isMine}
      onClick={() => onChange(isMine ? [] : [id])}
    >
      {t('mine')}
    </Button>
  );
}

/** The filters that a tap makes. */
export function QuickFilters({ fields, root, defs, onChange }: Props) {
  return fields.map((field) => {
    const def = defs.get(field);
    if (!def) return null;
    const Filter = field === 'ownerId' ? Mine : field === 'tags' ? TagFilter : StateMenu;
    const set = (values: string[]) => onChange(withAsked(root, field, values));
    return <Filter key={field} def={def} values={asked(root, field) ?? []} onChange={set} />;
  });
}
