import type { DnsAnswer } from './dns-answer.ts';

const policies = ['none', 'quarantine', 'reject'] as const;
type DmarcPolicy = (typeof policies)[number];
export type Alignment = 'relaxed' | 'strict';
export type Dmarc = {
  text: string;
  policy: DmarcPolicy;
  subPolicy: DmarcPolicy;
  adkim: Alignment;
  aspf: Alignment;
};

/** `many`: more than one record, and so none (RFC 7489, 6.6.3). */
export type DmarcRead = Dmarc | 'none' | 'many' | 'invalid' | 'unanswered';

const policyOf = (text: string | undefined) => policies.find((one) => one === text?.toLowerCase());
const alignmentOf = (text: string | undefined): Alignment =>
  text?.toLowerCase() === 's' ? 'strict' : 'relaxed';

/** RFC 7489, 6.4: tags by `;`, the version first. */
function tagsOf(text: string): Map<string, string> {
  const pairs = text.split(';').flatMap((part): [string, string][] => {
    const [, name = '', value = ''] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/i.exec(part) ?? [];
    return name ? [[name.toLowerCase(), value]] : [];
  });
  return new Map(pairs.reverse()); // the first of two counts
}

/** RFC 7489, 6.6.3: a record without a policy that is one asks for nothing, where it says whom to report to; else it is none. */
function recordOf(text: string): Dmarc | 'invalid' {
  const tags = tagsOf(text);
  const given = policyOf(tags.get('p'));
  const policy = given ?? (/^mailto:\S+@/i.test(tags.get('rua') ?? '') ? 'none' : undefined);
  if (!policy) return 'invalid';
  const subPolicy = policyOf(tags.get('sp')) ?? policy;
  return {
    text,
    policy,
    subPolicy,
    adkim: alignmentOf(tags.get('adkim')),
    aspf: alignmentOf(tags.get('aspf')),
  };
}

/** What `_dmarc.<domain>` says (RFC 7489, 6.3). Pure. */
export function readDmarc(answer: DnsAnswer): DmarcRead {
  if (answer === 'unanswered') return answer;
  const [text, ...more] = answer.filter((one) => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(one));
  if (text === undefined) return 'none';
  return more.length > 0 ? 'many' : recordOf(text);
}
