import { getSendingDomainRoute } from '../../../shared/mail/sending-domain-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { sendingDomain } from '../domain/look-up.ts';

export const getSendingDomainOperation = operation(getSendingDomainRoute, () => sendingDomain());
