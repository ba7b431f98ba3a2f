import { type Listing, notDone, readListing, writeListing } from '../../../shared/mail/intake-store.ts';
import { type Listed, listObjects, rawPrefix } from '../../../shared/mail/mail-bucket-store.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { queueMail } from './queue-mail.ts';

const hourMs = 3_600_000;
const budgetMs = 20_000;
type Running = NonNullable<Listing['running']>;

/** SES puts this one into the bucket when the receipt rule is made; it is no mail. */
const isMail = ({ key }: Listed) => !key.endsWith('/AMAZON_SES_SETUP_NOTIFICATION');
/** What is younger may still be on its way. */
const isOld = ({ at }: Listed, time: string) => Date.parse(at) < Date.parse(time) - hourMs;

async function onePage(running: Running): Promise<{ next: Running; more: boolean }> {
  const { objects, more } = await listObjects(rawPrefix, running.after);
  const mails = objects.filter(isMail);
  const old = new Map(mails.filter((one) => isOld(one, running.time)).map(({ key, at }) => [key, at]));
  const missing = await notDone([...old.keys()]);
  await queueMail(missing.map((key) => ({ reconcile: key, at: old.get(key) })));
  const next = {
    ...running,
    after: objects.at(-1)?.key ?? running.after,
    objects: running.objects + mails.length,
    missing: running.missing + missing.length,
  };
  return { next, more };
}

async function finished({ time, objects, missing }: Running): Promise<void> {
  logger.info('mail reconciled', { objects, missing });
  await writeListing({ last: { at: time, objects, missing } });
}

/**
 * Counts the raw messages in the bucket, as of `time`, and queues again those that have been there for an hour without an
 * outcome. A listing that takes too long goes on in another message; a kill loses at most a page, which comes again.
 */
export async function listBucket(time: string): Promise<void> {
  const started = Date.now();
  const { running, last } = await readListing();
  let page = { next: running?.time === time ? running : { time, objects: 0, missing: 0 }, more: true };
  while (page.more) {
    page = await onePage(page.next);
    if (page.more) await writeListing({ running: page.next, last });
    if (page.more && Date.now() - started > budgetMs) return queueMail([{ listing: { time } }]);
  }
  await finished(page.next);
}
