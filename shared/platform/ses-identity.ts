import type { SesIdentity } from '../mail/sending-domain.ts';
import { logger } from './logger.ts';

const callMs = 3000;

async function ask(domain: string): Promise<SesIdentity> {
  const ses = await import('@aws-sdk/client-ses'); // few requests need it: not in the cold start
  const client = new ses.SESClient({ maxAttempts: 2 });
  const of = { Identities: [domain] };
  const limit = () => ({ abortSignal: AbortSignal.timeout(callMs) });
  const [verified, signed, returned] = await Promise.all([
    client.send(new ses.GetIdentityVerificationAttributesCommand(of), limit()),
    client.send(new ses.GetIdentityDkimAttributesCommand(of), limit()),
    client.send(new ses.GetIdentityMailFromDomainAttributesCommand(of), limit()),
  ]);
  const verification = verified.VerificationAttributes?.[domain]?.VerificationStatus;
  const dkim = signed.DkimAttributes?.[domain];
  const { MailFromDomain, MailFromDomainStatus = '' } = returned.MailFromDomainAttributes?.[domain] ?? {};
  return {
    ...(verification && { verification }),
    ...(dkim && {
      dkim: {
        enabled: dkim.DkimEnabled === true,
        status: dkim.DkimVerificationStatus ?? '',
        tokens: dkim.DkimTokens ?? [],
      },
    }),
    ...(MailFromDomain && { returnPath: { domain: MailFromDomain, status: MailFromDomainStatus } }),
  };
}

/** What SES says of a domain: three calls; undefined where it does not answer. Never throws. */
export const sesIdentity = (domain: string): Promise<SesIdentity | undefined> =>
  ask(domain).catch((error: unknown) => {
    logger.warn('SES says nothing of the domain', { error: (error as Error).name });
    return undefined;
  });
