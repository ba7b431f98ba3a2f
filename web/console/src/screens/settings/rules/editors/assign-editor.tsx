import { ActionIcon, Button, NativeSelect, TagsInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Assigned, Territory } from '../definition.ts';
import classes from '../rules.module.css';
import type { EditorProps } from './editor-props.ts';
import { People } from './people.tsx';

const ways = ['user', 'round_robin', 'least_loaded', 'territory'] as const;
type How = Assigned['how'];

const peopleIn = (who: Assigned): string[] => {
  if (who.how === 'user') return who.userId ? [who.userId] : [];
  return who.users ?? [];
};
/** Another way for the same people, as far as it has them. */
function as(how: How, who: Assigned): Assigned {
  const users = peopleIn(who);
  if (how === 'user') return { how, userId: users[0] ?? '' };
  if (how === 'territory') return { how, territories: [{ users: [] }], ...(users.length > 0 && { users }) };
  return { how, users };
}

/** Whose it is from now on. */
export function AssignEditor({ step, onChange }: EditorProps<'assign'>) {
  const t = useTranslations('settings.rules');
  const { who } = step;
  const set = (next: Assigned) => onChange({ ...step, who: next });
  return (
    <>
      <NativeSelect
        label={t('assign.how')}
        value={who.how}
        data={ways.map((how) => ({ value: how, label: t(`assign.ways.${how}`) }))}
        onChange={({ currentTarget }) => set(as(currentTarget.value as How, who))}
      />
      {who.how === 'territory' ? (
        <Territories who={who} set={set} />
      ) : (
        <People
          label={t('assign.users')}
          isWithOwner={false}
          value={peopleIn(who)}
          onChange={(users) =>
            set(who.how === 'user' ? { how: 'user', userId: users.at(-1) ?? '' } : { ...who, users })
          }
        />
      )}
    </>
  );
}

type ByTerritory = Extract<Assigned, { how: 'territory' }>;
const codes = (texts: string[]) => texts.map((text) => text.trim().toUpperCase());
function Area({ one, set, remove }: { one: Territory; set: (one: Territory) => void; remove: () => void }) {
  const t = useTranslations('settings.rules.assign');
  const { countries, postalCodes, ...rest } = one;
  const put = (next: Pick<Territory, 'countries' | 'postalCodes'>) =>
    set({
      ...rest,
      ...(next.countries?.length && { countries: next.countries }),
      ...(next.postalCodes?.length && { postalCodes: next.postalCodes }),
    });
  return (
    <fieldset className={classes.area}>
      <TagsInput
        label={t('countries')}
        placeholder={countries ? '' : 'DE, AT'}
        value={countries ?? []}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        onChange={(given) => put({ ...one, countries: codes(given) })}
      />
      <TagsInput
        label={t('postalCodes')}
        value={postalCodes ?? []}
        splitChars={[',', ' ']}
        acceptValueOnBlur
        onChange={(given) => put({ ...one, postalCodes: given })}
      />
      <People
        label={t('users')}
        isWithOwner={false}
        value={one.users}
        onChange={(users) => set({ ...one, users })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('removeArea')} onClick={remove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
function Territories({ who, set }: { who: ByTerritory; set: (who: ByTerritory) => void }) {
  const t = useTranslations('settings.rules.assign');
  const { territories } = who;
  const put = (all: Territory[]) => set({ ...who, territories: all });
  const { users: _, ...others } = who;
  return (
    <>
      {Object.entries(territories).map(([at, one]) => (
        <Area
          key={at}
          one={one}
          set={(next) => put(territories.with(Number(at), next))}
          remove={() => put(territories.toSpliced(Number(at), 1))}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => put([...territories, { users: [] }])}
      >
        {t('addArea')}
      </Button>
      <People
        label={t('others')}
        description={t('othersWhy')}
        isWithOwner={false}
        value={who.users}
        onChange={(users) => set(users.length > 0 ? { ...who, users } : others)}
      />
    </>
  );
}
