import { Input, NativeSelect, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useLocale, useTranslations } from 'use-intl';
import { useSetPreferences } from '../../api/preferences.ts';
import { chooseLanguage, type Language, languageOf, languages } from '../../text/languages.ts';
import { Part } from './part.tsx';
import classes from './profile.module.css';

type Theme = 'light' | 'dark' | 'system';
const themes: Theme[] = ['light', 'dark', 'system'];

/** The theme and the language: both change at once, here and wherever the person signs in. */
export function Look() {
  const t = useTranslations('app');
  const profile = useTranslations('profile');
  const locale = useLocale();
  const set = useSetPreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const setTheme = (theme: Theme) => {
    setColorScheme(theme === 'system' ? 'auto' : theme);
    set({ theme });
  };
  const setLanguage = (language: Language) => {
    chooseLanguage(language);
    set({ language });
  };
  return (
    <Part title={profile('look')} about={profile('keptHere')}>
      <Input.Wrapper label={t('theme.label')} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={4}
          className={classes.themes}
          aria-label={t('theme.label')}
          value={colorScheme === 'auto' ? 'system' : colorScheme}
          onChange={(theme) => setTheme(theme as Theme)}
          data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </Input.Wrapper>
      <NativeSelect
        label={t('language')}
        value={languageOf(locale) ?? 'en'}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value as Language)}
        data={Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))}
      />
    </Part>
  );
}
