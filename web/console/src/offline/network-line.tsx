import { Group, Text } from '@mantine/core';
import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { onlineManager, useMutationState } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { writeKey } from '../api/write.ts';
import classes from './network-line.module.css';
import { useLeftBehind } from './use-left-behind.ts';

const subscribe = (changed: () => void) => onlineManager.subscribe(changed);
const useIsOnline = () => useSyncExternalStore(subscribe, () => onlineManager.isOnline());

/** Says that there is no network, what that means, and how many changes wait to be sent. */
export function NetworkLine() {
  const t = useTranslations('app');
  const isOnline = useIsOnline();
  useLeftBehind();
  const waiting = useMutationState({
    filters: { mutationKey: writeKey, predicate: ({ state }) => state.isPaused },
    select: ({ state }) => state.submittedAt,
  }).length;
  const isShown = !isOnline || waiting > 0;
  const Icon = isOnline ? IconCloudUpload : IconCloudOff;
  return (
    <div role="status" className={classes.place}>
      {isShown && (
        <Group gap={8} className={classes.line} wrap="nowrap">
          <Icon size={18} aria-hidden />
          <Text size="sm" fw={500}>
            {!isOnline && `${t('offline')}. `}
            {waiting > 0 ? t('waiting', { count: waiting }) : t('offlineWhy')}
          </Text>
        </Group>
      )}
    </div>
  );
}
