import { clip } from '../core/text.ts';
import type { Posted } from './posted.ts';

/** Where a submission came from. */
export type PageInfo = {
  pageUrl?: string | undefined;
  referrer?: string | undefined;
  utm?: Record<string, string> | undefined;
  userAgent?: string | undefined;
};

const longestUrl = 2000;
const longestUtm = 200;
const utmNames = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'utm_id'] as const;

/** A web address that may be shown as a link; nothing else (`javascript:`) is kept. */
export const webUrl = (text: string | undefined): string | undefined =>
  text && text.length <= longestUrl && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;

/** UTM parameters by their name without `utm_`: posted fields first, then those of the page's address. */
function utmOf(posted: Posted, pageUrl: string | undefined): Record<string, string> | undefined {
  const query = pageUrl ? new URL(pageUrl).searchParams : new URLSearchParams();
  const found = utmNames.flatMap((name) => {
    const value = clip((posted.get(name)?.[0] ?? query.get(name) ?? '').trim(), longestUtm);
    return value ? [[name.slice('utm_'.length), value]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/** What the script says of its page; a plain form's page is the request's own `Referer`. */
export function pageInfoOf(posted: Posted, headers: Record<string, string | undefined>): PageInfo {
  const pageUrl = webUrl(posted.get('_pageUrl')?.[0] ?? headers.referer);
  return {
    pageUrl,
    referrer: webUrl(posted.get('_referrer')?.[0]),
    utm: utmOf(posted, pageUrl),
    userAgent: headers['user-agent']?.slice(0, 500),
  };
}

/** A visitor's random id, made by the script with their consent: too long to be guessed. */
const visitorIdForm = /^[A-Za-z0-9_-]{16,64}$/;
export const visitorIdOf = (posted: Posted): string | undefined => {
  const id = posted.get('_visitorId')?.[0];
  return id && visitorIdForm.test(id) ? id : undefined;
};
