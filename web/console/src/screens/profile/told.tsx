import { Checkbox, Table } from '@mantine/core';
import { useTranslations } from 'use-intl';
import {
  channelsOf,
  type NotificationType,
  notificationTypes,
} from '../../../../../shared/notifications/notification-types.ts';
import type { Permission } from '../../../../client/src/index.ts';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { useMay } from '../../app/me.ts';
import { useArrival } from '../../parts/use-arrival.ts';
import { Part } from './part.tsx';
import classes from './profile.module.css';

/** Whom some things never happen to. */
const needs: Partial<Record<NotificationType, Permission>> = {
  deal_idle: 'deals:read',
  import_finished: 'imports:read',
  webhook_paused: 'webhooks:read',
};
const channels = ['console', 'mail'] as const;

/** What one is told of, and where. Each choice is saved at once. */
export function Told() {
  const t = useTranslations('notifications');
  const may = useMay();
  const set = useSetPreferences();
  const { notifications } = usePreferences();
  const { ref } = useArrival<HTMLDivElement>('notifications');
  const shown = notificationTypes.filter((type) => !needs[type] || may(needs[type]));
  return (
    <Part title={t('told')} about={t('toldWhy')}>
      <div ref={ref} id="notifications">
        <Table className={classes.told} aria-label={t('told')} withRowBorders={false}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <span className="heard">{t('event')}</span>
              </Table.Th>
              {channels.map((channel) => (
                <Table.Th key={channel} scope="col" className={classes.channel}>
                  {t(channel)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((type) => (
              <Table.Tr key={type}>
                <Table.Th scope="row" fw={400}>
                  {t(`types.${type}`)}
                </Table.Th>
                {channels.map((channel) => (
                  <Table.Td key={channel} className={classes.channel}>
                    <Checkbox
                      classNames={{ body: classes.tick ?? '' }}
                      aria-label={`${t(`types.${type}`)}: ${t(channel)}`}
                      checked={channelsOf(type, notifications)[channel]}
                      onChange={({ currentTarget: { checked } }) =>
                        set({ notifications: { [type]: { [channel]: checked } } })
                      }
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Part>
  );
}
