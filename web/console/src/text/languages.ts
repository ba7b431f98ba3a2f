import type {} from 'use-intl';
import type { dataCheck } from './en/data-check.ts';
import type { imports } from './en/imports.ts';
import type { mailOut } from './en/mail-out.ts';
import type { notifications } from './en/notifications.ts';
import type { reports } from './en/reports.ts';
import type { settings } from './en/settings.ts';
import type { en } from './en.ts';

/** The languages that the console speaks, each in its own words, and where its catalogue is. */
export const languages = {
  en: {
    name: 'English',
    load: async () => (await import('./en.ts')).en,
    /** The settings' part is half of the catalogue, and most people never see it, as few import files. */
    settings: async () => (await import('./en/settings.ts')).settings,
    imports: async () => (await import('./en/imports.ts')).imports,
    dataCheck: async () => (await import('./en/data-check.ts')).dataCheck,
    notifications: async () => (await import('./en/notifications.ts')).notifications,
    mailOut: async () => (await import('./en/mail-out.ts')).mailOut,
    reports: async () => (await import('./en/reports.ts')).reports,
  },
  de: {
    name: 'Deutsch',
    load: async (): Promise<typeof en> => (await import('./de.ts')).de,
    settings: async (): Promise<typeof settings> => (await import('./de/settings.ts')).settings,
    imports: async (): Promise<typeof imports> => (await import('./de/imports.ts')).imports,
    dataCheck: async (): Promise<typeof dataCheck> => (await import('./de/data-check.ts')).dataCheck,
    notifications: async (): Promise<typeof notifications> =>
      (await import('./de/notifications.ts')).notifications,
    mailOut: async (): Promise<typeof mailOut> => (await import('./de/mail-out.ts')).mailOut,
    reports: async (): Promise<typeof reports> => (await import('./de/reports.ts')).reports,
  },
} as const;
export type Language = keyof typeof languages;
const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

const languageAt = 'rapport.language';
const chosen = 'rapport:language';
/** From now on the console speaks it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(languageAt, language);
  dispatchEvent(new Event(chosen));
}
/** Calls `changed` when another language is chosen; answers how to stop. */
export function onLanguage(changed: () => void): () => void {
  addEventListener(chosen, changed);
  return () => removeEventListener(chosen, changed);
}
/** The language of a tag (BCP 47) that the console speaks. */
export const languageOf = (tag: string | undefined): Language | undefined =>
  [tag?.slice(0, 2).toLowerCase() ?? ''].find(isLanguage);

/** The one that was chosen, else the first of the browser's that there is. */
export function currentLanguage(): Language {
  const wished = [localStorage.getItem(languageAt) ?? '', ...navigator.languages];
  return wished.map(languageOf).find((language) => language !== undefined) ?? 'en';
}

/** The browser's own kind of a language (BCP 47), by which dates and figures are written: `en-GB` of `en`. */
export function localeOf(language: Language): string {
  const tags = navigator.languages.map((tag) => tag.replace(/@.*$/, '')); // a POSIX modifier is no part of a tag
  return tags.find((tag) => languageOf(tag) === language) ?? language;
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en & {
      settings: typeof settings;
      imports: typeof imports;
      dataCheck: typeof dataCheck;
      notifications: typeof notifications;
      mailOut: typeof mailOut;
      reports: typeof reports;
    };
    Locale: string;
  }
}
