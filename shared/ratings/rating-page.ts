import { createHash } from 'node:crypto';
import { escaped, type PageLanguage, publicPage } from '../mail/public-page.ts';
import { scoreWord } from './rating-block.ts';

const words = {
  en: {
    title: 'Your rating',
    chosen: (word: string) => `You chose: ${word}.`,
    send: 'Send this rating',
    thanks: 'Thank you',
    kept: (word: string) => `We got your rating: ${word}.`,
    more: 'Would you like to tell us more?',
    tell: 'Send',
    told: 'We got your words, too.',
  },
  de: {
    title: 'Ihre Bewertung',
    chosen: (word: string) => `Sie haben gewählt: ${word}.`,
    send: 'Bewertung senden',
    thanks: 'Vielen Dank',
    kept: (word: string) => `Ihre Bewertung ist angekommen: ${word}.`,
    more: 'Möchten Sie uns mehr dazu sagen?',
    tell: 'Senden',
    told: 'Auch Ihre Worte sind angekommen.',
  },
} as const;

/**
 * Programs that look at links open pages, and so does a browser ahead of its user; what happens by opening alone (the window gets
 * the focus, the page slides under a pointer that rests) sends nothing. A person moves the pointer, presses or types. Then the
 * rating is sent, once.
 */
const script = `(() => {
  let sent = false;
  let first;
  const send = () => {
    if (sent || document.visibilityState !== 'visible') return;
    sent = true;
    document.forms[0].submit();
  };
  const moved = ({ clientX, clientY }) => {
    first ??= { clientX, clientY };
    if (Math.hypot(clientX - first.clientX, clientY - first.clientY) >= 24) send();
  };
  const typed = ({ key, ctrlKey, altKey, metaKey }) => {
    if (!ctrlKey && !altKey && !metaKey && !['Alt', 'Control', 'Meta', 'Shift'].includes(key)) send();
  };
  addEventListener('pointermove', moved, { passive: true });
  addEventListener('pointerdown', send, { passive: true });
  addEventListener('keydown', typed, { passive: true });
})();`;
/** By which the page's policy lets this script run, and no other (w3.org/TR/CSP3). */
export const ratingScriptHash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

type Shown = { score: number; language: PageLanguage };
/** What a link opens: nothing is stored yet. It posts to its own address. */
export const askingPage = ({ score, language }: Shown) =>
  publicPage({
    language,
    title: words[language].title,
    content: `<p>${escaped(words[language].chosen(scoreWord(score, language)))}</p>
<form method="post"><button>${words[language].send}</button></form>`,
    script,
  });

export function thankingPage({ score, language, isTold }: Shown & { isTold: boolean }): string {
  const say = words[language];
  const more = `<form method="post"><label>${say.more}<textarea name="comment" maxlength="2000"></textarea></label><button>${say.tell}</button></form>`;
  return publicPage({
    language,
    title: say.thanks,
    content: `<p>${escaped(say.kept(scoreWord(score, language)))}</p>\n${isTold ? `<p>${say.told}</p>` : more}`,
  });
}
