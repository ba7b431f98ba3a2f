import { IconDoorExit, IconFlame } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Outlook } from '../../../../client/src/index.ts';
import classes from './outlook.module.css';

type Score = { score: number; band: NonNullable<Outlook['band']> | undefined };
type Risk = Pick<NonNullable<Outlook['risk']>, 'value' | 'band'>;
/** With the band in words, where there is room for it. */
type Room = { isWide?: boolean };

/** What a mark says to who does not see it. */
export function useMarkWords() {
  const t = useTranslations('outlook');
  return {
    score: ({ score, band }: Score) => t('score', { score, band: band ?? 'none' }),
    risk: ({ value, band }: Risk) => t('risk', { value, band }),
  };
}

/** A score; how it looks says its band. */
export function ScoreMark({ score, band, isWide = false }: Score & Room) {
  const t = useTranslations('outlook.bands');
  return (
    <span className={classes.mark} data-band={band}>
      <IconFlame size={14} aria-hidden />
      {score}
      {isWide && band && <span className={classes.word}>{t(band)}</span>}
    </span>
  );
}

/** How likely a customer leaves; the same. */
export function RiskMark({ value, band, isWide = false }: Risk & Room) {
  const t = useTranslations('outlook.bands');
  return (
    <span className={classes.mark} data-band={band}>
      <IconDoorExit size={14} aria-hidden />
      {value}
      {isWide && <span className={classes.word}>{t(band)}</span>}
    </span>
  );
}
