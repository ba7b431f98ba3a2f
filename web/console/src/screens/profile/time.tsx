import { NativeSelect, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Preferences } from '../../../../client/src/index.ts';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { useMay, useWorkspace } from '../../app/me.ts';
import { Part } from './part.tsx';

const weekDays = ['monday', 'sunday', 'saturday'] as const;
const zones = Intl.supportedValuesOf('timeZone');

/** In which time moments are told, on which day a week begins, and where one starts. */
export function Time() {
  const t = useTranslations('profile');
  const app = useTranslations('app');
  const may = useMay();
  const set = useSetPreferences();
  const { timeZone: zone } = useWorkspace();
  const { timeZone, weekStartsOn, startPage } = usePreferences();
  return (
    <Part title={t('time')}>
      <Select
        label={t('timeZone')}
        description={t('timeZoneWhy', { zone })}
        descriptionProps={{ c: 'var(--rapport-quiet)' }}
        placeholder={t('asWorkspace', { zone })}
        value={timeZone ?? null}
        onChange={(chosen) => set({ timeZone: chosen })}
        data={zones}
        limit={60}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('asWorkspace', { zone }) }}
      />
      <NativeSelect
        label={t('weekStartsOn')}
        value={weekStartsOn ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set({ weekStartsOn: (value || null) as NonNullable<Preferences['weekStartsOn']> | null })
        }
        data={[
          { value: '', label: t('asLanguage') },
          ...weekDays.map((value) => ({ value, label: t(value) })),
        ]}
      />
      {may('deals:read') && (
        <NativeSelect
          label={t('startPage')}
          value={startPage ?? 'today'}
          onChange={({ currentTarget: { value } }) => set({ startPage: value as 'today' | 'board' })}
          data={[
            { value: 'today', label: app('today') },
            { value: 'board', label: app('board') },
          ]}
        />
      )}
    </Part>
  );
}
