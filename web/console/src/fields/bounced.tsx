import { VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useFormats } from '../parts/format.ts';
import classes from './field-value.module.css';

/** That mail to an address comes back, and since when. */
export function Bounced({ at }: { at: string }) {
  const t = useTranslations('fields');
  const { moment } = useFormats();
  const why = t('bouncedWhy', { at: moment(at) });
  return (
    <span className={classes.bounced} title={why}>
      {t('bounced')}
      <VisuallyHidden>: {why}</VisuallyHidden>
    </span>
  );
}
