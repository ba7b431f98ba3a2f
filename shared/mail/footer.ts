import { type Rendered, withHtmlEnd } from './render.ts';

type Said = Pick<Rendered, 'text' | 'html'>;

/** The page on which one says what one wants to get takes the same token. */
const preferencesOf = (unsubscribeUrl: string) =>
  unsubscribeUrl.replace('/v1/unsubscribe/', '/v1/mail-preferences/');

/** What stands at the foot of marketing mail: how to be rid of it, and how to get less of it. */
export function withFooter({ text, html }: Said, unsubscribeUrl: string): Said {
  const preferencesUrl = preferencesOf(unsubscribeUrl);
  const links = `<a href="${unsubscribeUrl}">Unsubscribe</a> · <a href="${preferencesUrl}">Preferences</a>`;
  return {
    text: `${text.trimEnd()}\n\n-- \nUnsubscribe: ${unsubscribeUrl}\nPreferences: ${preferencesUrl}\n`,
    html: withHtmlEnd(html, `<p><small>${links}</small></p>`),
  };
}
