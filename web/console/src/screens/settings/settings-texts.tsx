import { type ReactNode, use } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { type Language, languageOf, languages } from '../../text/languages.ts';

type Texts = ReturnType<(typeof languages)[Language]['loadSettings']>;
const asked = new Map<Language, Texts>();
function textsIn(language: Language): Texts {
  const texts = asked.get(language) ?? languages[language].loadSettings();
  asked.set(language, texts);
  return texts;
}

/** Adds the settings' own texts to the catalogue. Suspends until they are there. */
export function SettingsTexts({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const messages = useMessages();
  const settings = use(textsIn(languageOf(locale) ?? 'en'));
  return (
    <IntlProvider locale={locale} messages={{ ...messages, settings }}>
      {children}
    </IntlProvider>
  );
}
