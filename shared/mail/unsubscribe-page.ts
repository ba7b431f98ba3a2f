import Mustache from 'mustache';

const page = (title: string, content: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
button { font: inherit; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; color: #fff; background: #1a4fd6 }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616 } }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

/** The form posts to the page's own address what a mail program's one-click button posts (RFC 8058, 3.1). */
export const unsubscribePage = (company: string) =>
  page(
    'Unsubscribe',
    `<p>Do you want no more advertising by mail from ${Mustache.escape(company)}?</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Unsubscribe</button></form>`,
  );

export const unsubscribedPage = (company: string) =>
  page(
    'You are unsubscribed',
    `<p>${Mustache.escape(company)} will send no more advertising to your address. Answers to what you ask are still sent.</p>`,
  );
