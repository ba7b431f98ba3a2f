import { Group, Switch } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { Days, everyDay, workdays } from './days.tsx';
import { Part } from './part.tsx';
import { TimeField } from './time-field.tsx';

const firstNight = { from: '19:00', to: '07:00' };

/** When mails that tell of something wait. */
export function QuietHours() {
  const t = useTranslations('notifications');
  const set = useSetPreferences();
  const { quietHours } = usePreferences();
  return (
    <Part title={t('quiet')} about={t('quietWhy')}>
      <Switch
        label={t('quietOn')}
        checked={quietHours !== undefined}
        onChange={({ currentTarget: { checked } }) => set({ quietHours: checked ? firstNight : null })}
      />
      {quietHours && (
        <>
          <Group gap="md">
            <TimeField
              label={t('from')}
              value={quietHours.from}
              onSave={(from) => set({ quietHours: { ...quietHours, from } })}
            />
            <TimeField
              label={t('to')}
              value={quietHours.to}
              onSave={(to) => set({ quietHours: { ...quietHours, to } })}
            />
          </Group>
          <Days
            label={t('days')}
            value={quietHours.days ?? everyDay}
            onChange={(days) => set({ quietHours: { ...quietHours, days } })}
          />
        </>
      )}
    </Part>
  );
}

/** The mail of one's day: at seven on working days where nothing else was said. */
export function Agenda() {
  const t = useTranslations('notifications');
  const set = useSetPreferences();
  const { on = true, at = '07:00', days = workdays } = usePreferences().agenda ?? {};
  return (
    <Part title={t('agenda')} about={t('agendaWhy')}>
      <Switch
        label={t('agendaOn')}
        checked={on}
        onChange={({ currentTarget: { checked } }) => set({ agenda: { on: checked } })}
      />
      {on && (
        <>
          <TimeField label={t('at')} value={at} onSave={(time) => set({ agenda: { at: time } })} />
          <Days label={t('days')} value={days} onChange={(chosen) => set({ agenda: { days: chosen } })} />
        </>
      )}
    </Part>
  );
}
