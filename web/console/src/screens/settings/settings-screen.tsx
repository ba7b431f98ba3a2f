import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../app/me.ts';
import { NotFound } from '../../app/not-found.tsx';
import { Waiting } from '../../app/waiting.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { PartsList } from './parts/parts-list.tsx';
import { parts } from './registry.ts';
import classes from './settings.module.css';

/** The settings, with their own part of the catalogue. */
export function SettingsScreen() {
  return (
    <Suspense fallback={<Waiting />}>
      <MoreTexts part="settings">
        <Settings />
      </MoreTexts>
    </Suspense>
  );
}

/** Their list at the left and one of them beside it; on a phone one after the other. */
function Settings() {
  const t = useTranslations('settings');
  const { part } = useParams({ strict: false });
  const isPhone = useIsPhone();
  const may = useMay();
  const mine = parts.filter(({ needs }) => [needs].flat().some(may));
  const current = part ? mine.find(({ id }) => id === part) : isPhone ? undefined : mine[0];
  if (part && !current) return <NotFound />;
  const shown = current && (
    <Suspense fallback={<Waiting />}>
      <current.component />
    </Suspense>
  );
  if (isPhone && shown) return shown;
  if (isPhone) return <Screen title={t('title')}>{<PartsList parts={mine} current={undefined} />}</Screen>;
  return (
    <div className={classes.columns}>
      <div className={classes.list}>
        <PartsList parts={mine} current={current?.id} />
      </div>
      <div className={classes.part}>{shown}</div>
    </div>
  );
}
