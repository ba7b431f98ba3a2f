import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { BackLink } from '../../../parts/back-link.tsx';
import { Screen } from '../../../parts/screen.tsx';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import type { SettingsPartId } from '../registry.ts';
import classes from '../settings.module.css';

type Props = {
  id: SettingsPartId;
  /** Buttons at the right of the name. */
  actions?: ReactNode;
  /** The one thing of the part that is looked at; the way back leads to the part. */
  one?: string;
  children: ReactNode;
};

/** A part of the settings: its name, what it is for, and a way back where there is something to go back to. */
export function SettingsPart({ id, actions, one, children }: Props) {
  const t = useTranslations('settings');
  const isPhone = useIsPhone();
  const to = one === undefined ? '/settings' : `/settings/${id}`;
  const back = (isPhone || one !== undefined) && (
    <BackLink to={to} aria-label={one === undefined ? t('back') : t(`parts.${id}.name`)} />
  );
  return (
    <Screen title={one ?? t(`parts.${id}.name`)} actions={actions} before={back}>
      <div className={classes.content}>
        {one === undefined && <Text className={classes.about}>{t(`parts.${id}.about`)}</Text>}
        {children}
      </div>
    </Screen>
  );
}
