import { Popover } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { RecordLink, useTitle } from '../../parts/record-link.tsx';
import { Risk } from '../record/related/risk.tsx';
import { Score } from '../record/related/score.tsx';
import classes from './outlook.module.css';
import { useOutlook } from './outlooks.ts';

type Props = { contactId: string; place: DOMRect; onClose: () => void };
/** A contact's score and risk with their reasons, beside where somebody asked for them. */
export function OutlookCard({ contactId, place, onClose }: Props) {
  const t = useTranslations('outlook');
  const name = useTitle('contact', contactId);
  const { score, scoring, risk } = useOutlook(contactId) ?? {};
  const { left, bottom, width } = place;
  return (
    <Popover
      opened
      onChange={(isOpened) => !isOpened && onClose()}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      withRoles={false}
      hideDetached={false}
      clickOutsideEvents={['mousedown', 'touchstart']} // not by the key that opened it
    >
      <Popover.Target>
        <div style={{ position: 'fixed', left, top: bottom, width, height: 0 }} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('why', { name: name ?? '' })} className={classes.card}>
        {/* The keys are here at once, whatever is still being read. */}
        <div tabIndex={-1} data-autofocus className={classes.inside}>
          <RecordLink kind="contact" id={contactId} />
          {score !== undefined && score !== scoring?.score && <p>{t('set', { score })}</p>}
          {scoring && <Score scoring={scoring} />}
          {risk && <Risk risk={risk} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
