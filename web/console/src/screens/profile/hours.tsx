import { Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { weekdays } from '../../../../../shared/core/local-day.ts';
import { agendaHours } from '../../../../../shared/notifications/agenda-hours.ts';
import { isEndless } from '../../../../../shared/notifications/quiet-hours.ts';
import type { Preferences } from '../../../../client/src/index.ts';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { Days } from './days.tsx';
import { Part } from './part.tsx';
import { TimeField } from './time-field.tsx';

const firstNight = { from: '19:00', to: '07:00' };

type Hours = NonNullable<Preferences['quietHours']>;

/** When mails that tell of something wait. */
export function QuietHours() {
  const t = useTranslations('notifications');
  const set = useSetPreferences();
  const { quietHours } = usePreferences();
  const [isRefused, setRefused] = useState(false);
  const save = (hours: Hours) => {
    setRefused(isEndless(hours));
    if (!isEndless(hours)) set({ quietHours: hours });
  };
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
              onSave={(from) => save({ ...quietHours, from })}
            />
            <TimeField label={t('to')} value={quietHours.to} onSave={(to) => save({ ...quietHours, to })} />
          </Group>
          <Days
            label={t('days')}
            value={quietHours.days ?? weekdays}
            onChange={(days) => save({ ...quietHours, days })}
          />
          {isRefused && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('quietEndless')}
            </Text>
          )}
        </>
      )}
    </Part>
  );
}

/** The mail of one's day. */
export function Agenda() {
  const t = useTranslations('notifications');
  const set = useSetPreferences();
  const { on, at, days } = agendaHours(usePreferences().agenda);
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
