import { Code, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SendingDomain } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { Status } from '../../../parts/status.tsx';
import { Loaded } from '../parts/loaded.tsx';
import classes from './sending-domain.module.css';

type Check = SendingDomain['dkim'];
const checks = ['verification', 'dkim', 'spf', 'dmarc'] as const;
const keptMs = 300_000;
const sendingDomainQuery = queryOptions({
  queryKey: ['mail', 'sending-domain'],
  queryFn: () => api().getSendingDomain(),
  staleTime: keptMs,
});

const tones = { pass: 'good', fail: 'bad', unknown: 'off' } as const;

/** What is to be written where the domain's DNS is kept, to be selected with one click. */
function Records({ records }: { records: Check['records'] }) {
  if (records.length === 0) return null;
  return (
    <Stack gap={4} mt={6}>
      {records.map(({ type, name, value }) => (
        <Code key={`${type} ${name}`} block className={classes.record}>
          {`${name} ${type} ${value}`}
        </Code>
      ))}
    </Stack>
  );
}

function CheckLine({ name, check }: { name: (typeof checks)[number]; check: Check }) {
  const t = useTranslations('settings.mailboxes.sending');
  const { status, code, records } = check;
  return (
    <>
      <dt>{t(`checks.${name}`)}</dt>
      <dd>
        <Status tone={code === 'return_path_shared' ? 'waiting' : tones[status]}>
          {t(`statuses.${status}`)}
        </Status>
        <Text size="sm" c="var(--rapport-quiet)">
          {t(`codes.${code}`)}
        </Text>
        <Records records={records} />
      </dd>
    </>
  );
}

function Told({ domain }: { domain: SendingDomain }) {
  const t = useTranslations('settings.mailboxes.sending');
  return (
    <>
      <Text>{t(`verdicts.${domain.verdict.status}`, { from: domain.from })}</Text>
      <dl className={classes.checks}>
        {checks.map((name) => (
          <CheckLine key={name} name={name} check={domain[name]} />
        ))}
      </dl>
    </>
  );
}

/** Whether mail that goes out is believed, and what is to be done about it: before the first one leaves. */
export function SendingDomainPanel() {
  const t = useTranslations('settings.mailboxes.sending');
  const domain = useQuery(sendingDomainQuery);
  return (
    <section aria-label={t('title')} className={classes.panel}>
      <Title order={2} size="h4">
        {t('title')}
      </Title>
      <Loaded query={domain}>{(data) => <Told domain={data} />}</Loaded>
    </section>
  );
}
