import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/records.ts';
import { useFormats } from '../../../parts/format.ts';
import { MoreTexts } from '../../../parts/more-texts.tsx';
import { Status } from '../../../parts/status.tsx';
import classes from './related.module.css';
import { Section } from './section.tsx';

export const mailStatusQuery = (contactId: string) => ({
  queryKey: keys.about('contact', contactId, 'mail-status'),
  queryFn: async () => (await api().getMailStatus({ path: { contactId } })).items,
});
const ratingsQuery = (contactId: string) => ({
  queryKey: keys.about('contact', contactId, 'ratings'),
  queryFn: () => api().getContactRatings({ path: { contactId } }),
});

type Ratings = Awaited<ReturnType<ReturnType<typeof ratingsQuery>['queryFn']>>;

/** How they rated us last, and on average where they did more than once. */
function Rated({ items: [last, ...others], average }: Ratings) {
  const t = useTranslations('mailOut.status');
  const { ago } = useFormats();
  if (!last) return null;
  const count = others.length + 1;
  return (
    <div className={classes.quiet}>
      {t('rated', { score: last.score, ago: ago(last.at) })}
      {count > 1 && ` · ${t('average', { average: average ?? last.score, count })}`}
    </div>
  );
}

function Statuses({ contactId }: { contactId: string }) {
  const t = useTranslations('mailOut.status');
  const { data: statuses = [] } = useQuery(mailStatusQuery(contactId));
  const { data: ratings } = useQuery(ratingsQuery(contactId));
  if (statuses.length === 0 && !ratings?.items.length) return null;
  return (
    <Section title={t('title')}>
      <ul className={classes.list}>
        {statuses.map(({ address, allowed, reason }, at) => (
          <li key={address ?? String(at)} className={classes.mailStatus}>
            {address && <span className={classes.mailAddress}>{address}</span>}
            <Status tone={allowed ? 'good' : 'off'}>
              {allowed ? t('allowed') : t(reason ? `reasons.${reason}` : 'refused')}
            </Status>
          </li>
        ))}
      </ul>
      {ratings && <Rated {...ratings} />}
    </Section>
  );
}

/** Whether a contact may get advertising, address by address, and how content they are. */
export const MailStatus = ({ contactId }: { contactId: string }) => (
  <Suspense>
    <MoreTexts part="mailOut">
      <Statuses contactId={contactId} />
    </MoreTexts>
  </Suspense>
);
