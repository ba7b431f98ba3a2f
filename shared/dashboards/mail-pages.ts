import { publicPage } from '../mail/public-page.ts';

/** The form posts to the page's own address what a mail program's one-click button posts (RFC 8058, 3.1). */
export const stopPage = () =>
  publicPage({
    title: 'Weekly dashboard',
    content: `<p>Do you want this dashboard mailed to you no more?</p>
<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Stop the mails</button></form>`,
  });

export const stoppedPage = () =>
  publicPage({
    title: 'It is stopped',
    content:
      '<p>This dashboard is mailed to you no more. On the dashboard itself you can have it mailed again.</p>',
  });
