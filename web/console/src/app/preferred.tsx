import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { usePreferences } from '../api/preferences.ts';
import { chooseLanguage, currentLanguage, languageOf } from '../text/languages.ts';

/** What the person chose on another device holds on this one too. */
export function Preferred() {
  const { theme, language } = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    const spoken = languageOf(language);
    if (spoken && spoken !== currentLanguage()) chooseLanguage(spoken);
  }, [language]);
  return null;
}
