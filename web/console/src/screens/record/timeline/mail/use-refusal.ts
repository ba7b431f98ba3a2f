import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { mailStatusQuery } from '../../related/mail-status.tsx';

/** What is said against a mail, and whether it stops it. */
export type Refusal = { said: string | undefined; stops: boolean };

/** What stands against a mail to an address, said before it is written. Only advertising is stopped by all of it. */
export function useRefusal(contactId: string, to: string | undefined, isMarketing: boolean): Refusal {
  const t = useTranslations('mailOut');
  const { data } = useQuery(mailStatusQuery(contactId));
  const status = data?.find(({ address }) => address === to);
  if (!status || status.allowed) return { said: undefined, stops: false };
  const { reason } = status;
  const why = t(reason ? `status.reasons.${reason}` : 'status.refused');
  const stops = isMarketing || reason === 'person_erased';
  return { said: t(stops ? 'write.stopped' : 'write.goes', { why }), stops };
}
