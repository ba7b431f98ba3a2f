import { api } from '../../shared/platform/api.ts';
import { getDashboardMailPageOperation } from '../dashboards/operations/get-dashboard-mail-page.ts';
import { stopDashboardMailOperation } from '../dashboards/operations/stop-dashboard-mail.ts';
import { cancelContactMailOperation } from './operations/cancel-contact-mail.ts';
import { createContactMailOperation } from './operations/create-contact-mail.ts';
import { createMailboxOperation } from './operations/create-mailbox.ts';
import { createSuppressionOperation } from './operations/create-suppression.ts';
import { createTemplateOperation } from './operations/create-template.ts';
import { deleteMailboxOperation } from './operations/delete-mailbox.ts';
import { deleteSuppressionOperation } from './operations/delete-suppression.ts';
import { deleteTemplateOperation } from './operations/delete-template.ts';
import { getActivityMailOperation } from './operations/get-activity-mail.ts';
import { getMailIntakeOperation } from './operations/get-mail-intake.ts';
import { getMailIntakeMessageOperation } from './operations/get-mail-intake-message.ts';
import { getMailPreferencesOperation } from './operations/get-mail-preferences.ts';
import { getMailboxOperation } from './operations/get-mailbox.ts';
import { getOutboundMailOperation } from './operations/get-outbound-mail.ts';
import { getRatingPageOperation } from './operations/get-rating-page.ts';
import { getSendingDomainOperation } from './operations/get-sending-domain.ts';
import { getTemplateOperation } from './operations/get-template.ts';
import { getUnsubscribePageOperation } from './operations/get-unsubscribe-page.ts';
import { giveRatingOperation } from './operations/give-rating.ts';
import { listContactMailsOperation } from './operations/list-contact-mails.ts';
import { listMailIntakeOperation } from './operations/list-mail-intake.ts';
import { listMailboxesOperation } from './operations/list-mailboxes.ts';
import { listOutboundMailOperation } from './operations/list-outbound-mail.ts';
import { listSuppressionsOperation } from './operations/list-suppressions.ts';
import { listTemplatesOperation } from './operations/list-templates.ts';
import { lookUpSuppressionOperation } from './operations/look-up-suppression.ts';
import { patchContactMailOperation } from './operations/patch-contact-mail.ts';
import { patchMailboxOperation } from './operations/patch-mailbox.ts';
import { patchTemplateOperation } from './operations/patch-template.ts';
import { previewMailOperation } from './operations/preview-mail.ts';
import { previewTemplateOperation } from './operations/preview-template.ts';
import { resolveOutboundMailOperation } from './operations/resolve-outbound-mail.ts';
import { retryMailIntakeMessageOperation } from './operations/retry-mail-intake-message.ts';
import { setMailPreferencesOperation } from './operations/set-mail-preferences.ts';
import { unsubscribeOperation } from './operations/unsubscribe.ts';

export const handler = api([
  getMailIntakeOperation,
  listMailIntakeOperation,
  getMailIntakeMessageOperation,
  retryMailIntakeMessageOperation,
  getActivityMailOperation,
  createMailboxOperation,
  listMailboxesOperation,
  getMailboxOperation,
  patchMailboxOperation,
  deleteMailboxOperation,
  createTemplateOperation,
  listTemplatesOperation,
  getTemplateOperation,
  patchTemplateOperation,
  deleteTemplateOperation,
  previewTemplateOperation,
  previewMailOperation,
  createContactMailOperation,
  listContactMailsOperation,
  patchContactMailOperation,
  cancelContactMailOperation,
  listOutboundMailOperation,
  getOutboundMailOperation,
  resolveOutboundMailOperation,
  getSendingDomainOperation,
  listSuppressionsOperation,
  lookUpSuppressionOperation,
  createSuppressionOperation,
  deleteSuppressionOperation,
  getUnsubscribePageOperation,
  unsubscribeOperation,
  getDashboardMailPageOperation,
  stopDashboardMailOperation,
  getMailPreferencesOperation,
  setMailPreferencesOperation,
  getRatingPageOperation,
  giveRatingOperation,
]);
