import { mailDomains } from '../imports/cleaning/mail-domains.ts';

type Mailed = { emails: readonly { address: string }[] };
/** What somebody's first address says: one where anybody has one (`free`), or a firm's own (`business`). */
export function mailKind({ emails: [first] }: Mailed): 'free' | 'business' | undefined {
  const domain = first?.address.split('@').at(-1)?.toLowerCase();
  if (!domain) return undefined;
  return mailDomains.has(domain) ? 'free' : 'business';
}
