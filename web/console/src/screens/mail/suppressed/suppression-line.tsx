import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { dayIn, useFormats } from '../../../parts/format.ts';
import { RecordLink } from '../../../parts/record-link.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import type { Suppression } from './queries.ts';
import classes from './suppressed.module.css';

function Lifting({ one, name }: { one: Suppression; name: string }) {
  const t = useTranslations('mailOut.suppressed');
  const [isOpen, { open, close }] = useDisclosure();
  if (one.reasons.some(({ reason }) => reason === 'complained'))
    return (
      <Text size="sm" c="var(--rapport-quiet)" className={classes.stands} title={t('standsWhy')}>
        <IconLock size={14} aria-hidden />
        {t('stands')}
        <span className="heard">{t('standsWhy')}</span>
      </Text>
    );
  return (
    <>
      <Button variant="default" flex="none" onClick={open} aria-label={t('liftOf', { address: name })}>
        {t('lift')}
      </Button>
      <LiftDialog one={one} name={name} isOpen={isOpen} onClose={close} />
    </>
  );
}

/** An address that gets no advertising: since when and why, whose it is, and the way back. */
export function SuppressionLine({ one }: { one: Suppression }) {
  const t = useTranslations('mailOut.suppressed');
  const may = useMay();
  const { day, timeZone } = useFormats();
  const name = one.address ?? t('unknown');
  const reasons = one.reasons.map(({ reason, at }) =>
    t('since', { reason: t(`reasons.${reason}`), on: day(dayIn(timeZone, new Date(at))) }),
  );
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <span className={one.address ? classes.address : classes.quiet}>{name}</span>
        <span className={classes.quiet}>{reasons.join(' · ')}</span>
        {one.note && <em className={classes.quiet}>{one.note}</em>}
        {one.contactId && may('contacts:read') && <RecordLink kind="contact" id={one.contactId} />}
      </div>
      {may('mail:write') && <Lifting one={one} name={name} />}
    </li>
  );
}
