import { isEmailAddress } from '../../contacts/email-address.ts';

const named = /^.*<([^<>]+)>$/;
const written: readonly [RegExp, string][] = [
  [/^mailto:/i, ''],
  [/\?.*$/, ''],
  [/\s*[[({]\s*(?:at|@)\s*[\])}]\s*/gi, '@'],
  [/\s*[[({]\s*(?:dot|\.)\s*[\])}]\s*/gi, '.'],
  [/\s*@\s*/, '@'],
  [/^["'<([\s]+|["'>)\]\s.,;]+$/g, ''],
  [/＠/g, '@'],
];

/** The domain is the same in any case; a local part of capitals alone was shouted. */
function inCase(address: string): string {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  return `${/\p{Ll}/u.test(local) ? local : local.toLowerCase()}@${domain}`;
}

/** An e-mail address without what is written around it (`Ada <ada@x.example>`, `mailto:`). Undefined where it is none. */
export function cleanEmail(cell: string): string | undefined {
  const inner = named.exec(cell.trim())?.[1] ?? cell.trim();
  const address = written.reduce((text, [from, to]) => text.replace(from, to), inner);
  return isEmailAddress(address) ? inCase(address) : undefined;
}

const between = /\s*(?:;|\n|:::|\||,|\s\/\s)\s*|\s+(?=\S+@)/;
/** The addresses of a cell that holds several, a name before one staying with it. */
export function emailsIn(cell: string): string[] {
  if (named.test(cell) && cell.split('@').length === 2) return [cell];
  const bare = cell.replace(/\s*@\s*/g, '@');
  return bare.split('@').length > 2 ? bare.split(between).filter((one) => one.includes('@')) : [bare];
}

let throwAway: ReadonlySet<string> | undefined;
/** Whether an address is at a service for addresses that are thrown away: the list is that of the package, as it was released. */
export async function isThrowAway(address: string): Promise<boolean> {
  const { default: domains } = await import('disposable-email-domains-js'); // 170 KB: not in the cold start
  throwAway ??= domains.disposableEmailBlocklistSet();
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.some((_, i) => throwAway?.has(labels.slice(i).join('.')));
}
