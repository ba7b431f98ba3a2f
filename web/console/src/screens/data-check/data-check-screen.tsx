import { IconStethoscope } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { Screen } from '../../parts/screen.tsx';
import { deedsOf } from './checks.ts';
import { FindingsScreen } from './findings-screen.tsx';
import { Overview } from './overview.tsx';
import { useDataCheckSearch } from './search.ts';

function Unknown() {
  const t = useTranslations('dataCheck');
  return (
    <Screen title={t('title')}>
      <Empty
        icon={IconStethoscope}
        title={t('unknown')}
        action={<LinkButton to="/data-check">{t('back')}</LinkButton>}
      >
        {t('unknownWhy')}
      </Empty>
    </Screen>
  );
}

function Shown() {
  const asked = useDataCheckSearch();
  if (asked === 'overview') return <Overview />;
  if (asked === 'unknown') return <Unknown />;
  const { kind, check } = asked;
  return <FindingsScreen key={`${kind} ${check}`} kind={kind} check={check} deeds={deedsOf[check]} />;
}

/** What is wrong with the data: the grade, what was found, and what to do about it. */
export const DataCheckScreen = () => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="dataCheck">
      <Shown />
    </MoreTexts>
  </Suspense>
);
