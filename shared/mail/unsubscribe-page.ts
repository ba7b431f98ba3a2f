import { escaped, publicPage } from './public-page.ts';

/** The form posts to the page's own address what a mail program's one-click button posts (RFC 8058, 3.1). */
export const unsubscribePage = (company: string) =>
  publicPage({
    title: 'Unsubscribe',
    content: `<p>Do you want no more advertising by mail from ${escaped(company)}?</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Unsubscribe</button></form>`,
  });

export const unsubscribedPage = (company: string) =>
  publicPage({
    title: 'You are unsubscribed',
    content: `<p>${escaped(company)} will send no more advertising to your address. Answers to what you ask are still sent.</p>`,
  });
