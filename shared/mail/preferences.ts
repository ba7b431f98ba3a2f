import * as z from 'zod';
import type { Consents, ConsentsPatch } from '../contacts/consent.ts';
import { escaped, type PageLanguage, publicPage } from './public-page.ts';

/** What a person may choose, and has chosen. */
export type Preferences = {
  company: string;
  language: PageLanguage;
  purposes: { purpose: string; granted: boolean }[];
  /** Whether they get no marketing mail at all. */
  isOut: boolean;
  /** They called a mail spam: no choice opens the address again. */
  isShut: boolean;
};

/** Those that they said something of; and `marketing`, where mail is to go to nobody without it. */
export function purposesOf(consents: Consents, needsConsent: boolean): Preferences['purposes'] {
  const names = new Set([...(needsConsent ? ['marketing'] : []), ...Object.keys(consents)]);
  return [...names].map((purpose) => ({ purpose, granted: consents[purpose]?.status === 'granted' }));
}

const few = z.array(z.string().max(40)).max(40);
/** What the page's form says. Purposes that it did not show stay as they are. */
export const ChosenPreferences = z.object({
  mail: z.enum(['some', 'none']),
  shown: few.default([]),
  want: few.default([]),
});
export type ChosenPreferences = z.infer<typeof ChosenPreferences>;
export const chosenOf = (text: string): unknown => {
  const posted = new URLSearchParams(text);
  return {
    mail: posted.get('mail') ?? undefined,
    shown: posted.getAll('shown'),
    want: posted.getAll('want'),
  };
};

/** What is new of what they agreed to; where it was said stays with it (GDPR, Art. 7 (1)). */
export function consentsChosen(
  purposes: Preferences['purposes'],
  { shown, want }: ChosenPreferences,
): z.input<typeof ConsentsPatch> {
  const changed = purposes.filter(
    ({ purpose, granted }) => shown.includes(purpose) && want.includes(purpose) !== granted,
  );
  return Object.fromEntries(
    changed.map(({ purpose, granted }) => [
      purpose,
      { status: granted ? ('withdrawn' as const) : ('granted' as const), source: 'preference page' },
    ]),
  );
}

const words = {
  en: {
    title: 'What you want to get',
    intro: (company: string) => `What may ${company} write to you about?`,
    some: 'Mail as ticked here',
    none: 'No advertising by mail at all',
    marketing: 'Advertising',
    save: 'Save',
    saved: 'Saved.',
    shut: 'A mail to this address was reported as spam. We send no more advertising to it, whatever you choose here.',
  },
  de: {
    title: 'Was Sie bekommen möchten',
    intro: (company: string) => `Worüber darf ${company} Ihnen schreiben?`,
    some: 'Post wie hier angekreuzt',
    none: 'Gar keine Werbung per E-Mail',
    marketing: 'Werbung',
    save: 'Speichern',
    saved: 'Gespeichert.',
    shut: 'Eine E-Mail an diese Adresse wurde als Spam gemeldet. Wir senden ihr keine Werbung mehr, was immer Sie hier wählen.',
  },
} as const;

const input = (type: string, name: string, value: string, isOn: boolean, label: string) =>
  `<label><input type="${type}" name="${name}" value="${escaped(value)}"${isOn ? ' checked' : ''}> ${escaped(label)}</label>`;

/** The form posts to the page's own address. */
export function preferencePage(
  { company, language, purposes, isOut, isShut }: Preferences,
  { isSaved = false } = {},
): string {
  const say = words[language];
  const nameOf = (purpose: string) =>
    purpose === 'marketing' ? say.marketing : purpose.replaceAll('_', ' ');
  const boxes = purposes.flatMap(({ purpose, granted }) => [
    `<input type="hidden" name="shown" value="${escaped(purpose)}">`,
    input('checkbox', 'want', purpose, granted, nameOf(purpose)),
  ]);
  const content = [
    ...(isSaved ? [`<p role="status"><strong>${say.saved}</strong></p>`] : []),
    ...(isShut ? [`<p>${say.shut}</p>`] : []),
    `<form method="post"><fieldset><legend>${escaped(say.intro(company))}</legend>`,
    ...boxes,
    '</fieldset><fieldset>',
    input('radio', 'mail', 'some', !isOut, say.some),
    input('radio', 'mail', 'none', isOut, say.none),
    `</fieldset><button>${say.save}</button></form>`,
  ];
  return publicPage({ language, title: say.title, content: content.join('\n') });
}
