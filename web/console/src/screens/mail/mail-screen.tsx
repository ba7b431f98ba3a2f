import { Button, Tabs, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Waiting } from '../../app/waiting.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { IntakeDetail } from './intake-detail.tsx';
import { IntakeList } from './intake-list.tsx';
import classes from './mail.module.css';
import { MailFigures } from './mail-figures.tsx';
import { type MailTab, tabs, useMailSearch } from './mail-search.ts';
import { SentDetail } from './sent-detail.tsx';
import { SentList } from './sent-list.tsx';

const SuppressedList = lazy(() =>
  import('./suppressed/suppressed-list.tsx').then(({ SuppressedList: List }) => ({ default: List })),
);

function Reading({ tab, id }: { tab: MailTab; id: string | undefined }) {
  const t = useTranslations('mail');
  if (!id) return <Text c="var(--rapport-quiet)">{t('choose')}</Text>;
  return tab === 'sent' ? <SentDetail id={id} /> : <IntakeDetail id={id} />;
}

/** What came in by mail and what became of each message, and what was sent by itself: nothing is lost unseen. */
export function MailScreen() {
  const t = useTranslations('mail');
  const common = useTranslations('common');
  const isPhone = useIsPhone();
  const { tab, id, reason, go } = useMailSearch();
  const choice = (
    <>
      <MailFigures />
      <Tabs value={tab} onChange={(value) => go({ tab: value as MailTab })} mt={4}>
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one} mih={isPhone ? 44 : 36}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
  if (isPhone && id) {
    const back = (
      <Button
        variant="subtle"
        mih={44}
        leftSection={<IconArrowLeft size={18} aria-hidden />}
        onClick={() => go({ tab, ...(reason && { reason }) })}
      >
        {common('back')}
      </Button>
    );
    return (
      <Screen title={t('title')} actions={back} flush>
        <div className={classes.reading}>
          <Reading tab={tab} id={id} />
        </div>
      </Screen>
    );
  }
  if (tab === 'suppressed')
    return (
      <Screen title={t('title')} below={choice} flush>
        <Suspense fallback={<Waiting />}>
          <SuppressedList />
        </Suspense>
      </Screen>
    );
  return (
    <Screen title={t('title')} below={choice} flush>
      <div className={classes.panes}>
        <section className={classes.list} aria-label={t(`tabs.${tab}`)} tabIndex={-1}>
          {tab === 'sent' ? <SentList /> : <IntakeList tab={tab} />}
        </section>
        {!isPhone && (
          <section className={classes.reading} aria-label={t('message')}>
            <Reading tab={tab} id={id} />
          </section>
        )}
      </div>
    </Screen>
  );
}
