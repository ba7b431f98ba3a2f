import { type ReactNode, use } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { type Language, languageOf, languages } from '../text/languages.ts';

/** The parts of the catalogue that are loaded when they are wanted. */
type Part = 'settings' | 'imports' | 'dataCheck' | 'notifications' | 'mailOut' | 'reports';
const asked = new Map<string, Promise<object>>();
function textsIn(language: Language, part: Part): Promise<object> {
  const key = `${language} ${part}`;
  const texts = asked.get(key) ?? languages[language][part]();
  asked.set(key, texts);
  return texts;
}

/** Adds a part of its own to the catalogue. Suspends until it is there. */
export function MoreTexts({ part, children }: { part: Part; children: ReactNode }) {
  const locale = useLocale();
  const messages = useMessages();
  const texts = use(textsIn(languageOf(locale) ?? 'en', part));
  return (
    <IntlProvider locale={locale} messages={{ ...messages, [part]: texts }}>
      {children}
    </IntlProvider>
  );
}
