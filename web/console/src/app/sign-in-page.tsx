import { Alert, Button, Image, Text, Title, UnstyledButton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { chooseLanguage, type Language, languageOf, languages } from '../text/languages.ts';
import { signIn } from './session.ts';
import classes from './sign-in.module.css';

/** Where the person wanted to go; not back to the address that did not work. */
const here = () => (location.pathname === '/signed-in' ? '/' : `${location.pathname}${location.search}`);

function Languages() {
  const t = useTranslations('app');
  const locale = useLocale();
  return (
    <nav className={classes.languages} aria-label={t('language')}>
      {Object.entries(languages).map(([language, { name }]) => (
        <UnstyledButton
          key={language}
          lang={language}
          className={classes.language}
          aria-pressed={language === languageOf(locale)}
          onClick={() => chooseLanguage(language as Language)}
        >
          {name}
        </UnstyledButton>
      ))}
    </nav>
  );
}

/** The door: one button, since who one is is the issuer's affair. Shown again with what went wrong. */
export function SignInPage({ error }: { error?: unknown }) {
  const t = useTranslations('app');
  const [isGoing, setGoing] = useState(false);
  const [failure, setFailure] = useState<unknown>(error);
  useDocumentTitle(`${t('signIn')} · ${t('name')}`);
  const go = () => {
    setGoing(true);
    signIn(here()).catch((reason: unknown) => {
      setGoing(false);
      setFailure(reason);
    });
  };
  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <div className={classes.name}>
          <Image src="/icon.svg" alt="" w={40} h={40} />
          <Title order={1}>{t('name')}</Title>
        </div>
        <Text className={classes.why}>{t('signInWhy')}</Text>
        {failure !== undefined && (
          <Alert color="red" title={t('signInFailed')} role="alert">
            {failure instanceof Error ? failure.message : ''}
          </Alert>
        )}
        <Button size="md" fullWidth className={classes.button} onClick={go} loading={isGoing}>
          {t('signIn')}
        </Button>
      </main>
      <Languages />
    </div>
  );
}
