import Mustache from 'mustache';

/** The languages that pages behind links in mails are in. */
export type PageLanguage = 'en' | 'de';
/** By a contact's language (BCP 47); English where it is another, or none. */
export const pageLanguageOf = (language: string | undefined): PageLanguage =>
  /^de\b/i.test(language ?? '') ? 'de' : 'en';

export const escaped = (text: string): string => Mustache.escape(text);

type Page = { language?: PageLanguage; title: string; content: string; script?: string };
/** A page for whoever has the link. It loads nothing from elsewhere. `content` and `script` are ours, and escaped by us. */
export const publicPage = ({ language = 'en', title, content, script }: Page) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
button { font: inherit; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; color: #fff; background: #1a4fd6 }
label { display: block; padding: .5rem 0 }
fieldset { border: 0; padding: 0; margin: 0 0 1rem }
textarea { font: inherit; box-sizing: border-box; width: 100%; min-height: 6rem; padding: .5rem }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616 } }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>${script ? `\n<script>${script}</script>` : ''}
</body>
</html>
`;
