import { createHash } from 'node:crypto';
import type { Assembly } from '../assembly.ts';
import { escapeHtml } from './html.ts';

const words = (name: string, n: number) =>
  createHash('sha256').update(`${name}\n${n}`).digest('hex').slice(0, 32);
const tag = (name: string, value: string) => `<${name}>${value}</${name}>`;

type Told = { result: string; of: (name: string, returnPath: string | undefined) => string };
/** What SES tells of an identity that it has verified; its DNS is nobody's here. */
const questions: Record<string, Told> = {
  GetIdentityVerificationAttributes: {
    result: 'VerificationAttributes',
    of: (name) => tag('VerificationStatus', 'Success') + tag('VerificationToken', words(name, 0)),
  },
  GetIdentityDkimAttributes: {
    result: 'DkimAttributes',
    of: (name) => {
      const tokens = [1, 2, 3].map((n) => tag('member', words(name, n))).join('');
      return (
        tag('DkimEnabled', 'true') + tag('DkimVerificationStatus', 'Success') + tag('DkimTokens', tokens)
      );
    },
  },
  GetIdentityMailFromDomainAttributes: {
    result: 'MailFromDomainAttributes',
    of: (_, returnPath) =>
      returnPath === undefined
        ? tag('BehaviorOnMXFailure', 'UseDefaultValue')
        : tag('MailFromDomain', escapeHtml(returnPath)) +
          tag('MailFromDomainStatus', 'Success') +
          tag('BehaviorOnMXFailure', 'UseDefaultValue'),
  },
};

/**
 * SES's answer to a question about identities (API reference, `GetIdentity…Attributes`), as far as the template names them; of
 * others it says nothing. Undefined where it is no such question.
 */
export function tellIdentities(
  action: string,
  form: URLSearchParams,
  assembly: Assembly,
): string | undefined {
  const told = questions[action];
  if (!told) return undefined;
  const asked = [...form].filter(([name]) => name.startsWith('Identities.member.')).map(([, name]) => name);
  const entries = assembly
    .ofType('AWS::SES::EmailIdentity')
    .filter(({ id }) => asked.includes(id))
    .map(({ id, properties }) => {
      const returnPath = properties.MailFromAttributes?.MailFromDomain as string | undefined;
      return tag('entry', tag('key', escapeHtml(id)) + tag('value', told.of(id, returnPath)));
    });
  return tag(told.result, entries.join(''));
}
