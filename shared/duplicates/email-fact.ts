import { sortedLetters } from './likeness.ts';

export type EmailFact = {
  /** As the workspace folds it. */
  address: string;
  local: string;
  domain: string;
  /** All its letters and digits in order. */
  letters: string;
  localLetters: string;
  /** Of a role, not of a person: `info@`, `sales@` (RFC 2142 and common use). */
  isShared: boolean;
  /** Of a provider that anybody has an address at: the domain tells nothing. */
  isPublic: boolean;
};

const roles = new Set(
  `abuse accounts admin administrator billing buchhaltung careers contact contacto einkauf enquiries finance ftp hello help
   hostmaster hr info inquiries invoice invoices jobs kontakt mail marketing news newsletter noreply no-reply office order
   orders post postmaster press privacy purchasing reception sales security service sekretariat support team usenet uucp
   vertrieb webmaster www`.split(/\s+/),
);
const providers = new Set(
  `aol att bigpond bluewin btinternet comcast cox earthlink fastmail free freenet gmail gmx googlemail hotmail hushmail icloud
   laposte libero live mac mail me msn naver ntlworld orange outlook proton protonmail qq rediffmail rocketmail sbcglobal sfr
   sky t-online telstra tiscali verizon virgilio wanadoo web wp yahoo yandex ymail zoho`.split(/\s+/),
);

const alone = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Of a folded address. */
export function emailFact(address: string): EmailFact {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
  const [letters, localLetters] = [sortedLetters(alone(address)), sortedLetters(alone(local))];
  const isPublic = providers.has(domain.split('.')[0] ?? '');
  return { address, local, domain, letters, localLetters, isShared: roles.has(local), isPublic };
}
