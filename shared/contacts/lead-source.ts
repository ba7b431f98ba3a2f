import { caseFolded, clip } from '../core/text.ts';
import type { Contact } from './contact.ts';

type Came = {
  leadSource?: string | undefined;
  campaign?: string | undefined;
  source?: (Omit<NonNullable<Contact['source']>, 'kind'> & { kind: string }) | undefined;
};

const mostLength = 100; // as a field holds it

/** One spelling of a source's or a campaign's name: `LinkedIn` and ` linkedin ` are one. Undefined of blanks. */
export const sourceKey = (name: string | undefined): string | undefined =>
  (name && clip(caseFolded(name).replaceAll(/\s+/g, ' ').trim(), mostLength).trim()) || undefined;

/** Sites that people call by a name, with their other addresses. */
const sites = new Map([
  ['linkedin.com', 'linkedin'],
  ['lnkd.in', 'linkedin'],
  ['facebook.com', 'facebook'],
  ['fb.com', 'facebook'],
  ['fb.me', 'facebook'],
  ['instagram.com', 'instagram'],
  ['x.com', 'x'],
  ['twitter.com', 'x'],
  ['t.co', 'x'],
  ['youtube.com', 'youtube'],
  ['youtu.be', 'youtube'],
  ['tiktok.com', 'tiktok'],
  ['pinterest.com', 'pinterest'],
  ['reddit.com', 'reddit'],
  ['xing.com', 'xing'],
  ['bing.com', 'bing'],
  ['duckduckgo.com', 'duckduckgo'],
]);
const doorways = /^(?:www|m|l|lm)\./; // `l.` and `lm.` are where Facebook and Instagram lead links through
const google = /^(?:[a-z0-9-]+\.)*google\.(?:com?\.)?[a-z]{2,3}$/;

/** A site without its doorways: `www.`, and `l.` of `l.facebook.com`. */
function hostOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/\.$/, '').replace(doorways, '') || undefined;
}

/** `de.linkedin.com` is LinkedIn as well. */
function siteOf(host: string): string {
  if (google.test(host)) return 'google';
  const labels = host.split('.');
  const known = labels.map((_, n) => sites.get(labels.slice(n).join('.'))).find(Boolean);
  return known ?? host;
}

/** The site that led to the form's page; a page of the same site leads nobody there from elsewhere. */
function referringSite({ referrer, pageUrl }: NonNullable<Came['source']>): string | undefined {
  const host = hostOf(referrer);
  return host === undefined || host === hostOf(pageUrl) ? undefined : siteOf(host);
}

/**
 * Where a contact came from, in one spelling: what somebody called it, else the `utm_source` of its link, else the site that led
 * to the form, else how it came in (`form`, `mail`, `api`, `import`, `demo`). It is reckoned, never stored on a contact. Undefined
 * where nothing at all is known. Of a deal's own `leadSource` it tells the spelling.
 */
export const leadSourceOf = (came: Came): string | undefined => knownSourceOf(came) ?? came.source?.kind;

/** The same without how they came in, which is always known and says little. */
export function knownSourceOf({ leadSource, source }: Came): string | undefined {
  const said = sourceKey(leadSource) ?? sourceKey(source?.utm?.source);
  return said ?? (source && sourceKey(referringSite(source)));
}

/** The campaign that brought a contact, in one spelling: what somebody called it, else its link's `utm_campaign`. */
export const campaignOf = ({ campaign, source }: Came): string | undefined =>
  sourceKey(campaign) ?? sourceKey(source?.utm?.campaign);
