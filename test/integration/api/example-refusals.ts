/**
 * Operations whose example asks of the fuzz world what it has not, and how each is refused there: by its state, never for a fault of
 * the request. Whatever is not named here is accepted.
 */
export const refusals: Record<string, string> = {
  // The same example has made one already, by another key.
  upsertContact: 'email_taken',
  upsertCompany: 'domain_taken',
  upsertProduct: 'sku_taken',
  upsertOrder: 'number_taken',
  // The world has one contact and one company: neither is merged into itself, and nothing was.
  previewContactMerge: 'validation_failed',
  mergeContacts: 'validation_failed',
  unmergeContact: 'not_merged',
  previewCompanyMerge: 'validation_failed',
  mergeCompanies: 'validation_failed',
  unmergeCompany: 'not_merged',
  // Nothing is in the trash, archived, invited, wound up or told of.
  restoreRecord: 'not_in_trash',
  purgeRecord: 'not_in_trash',
  deleteField: 'field_not_archived',
  deletePipeline: 'pipeline_in_use',
  resendInvitation: 'invitation_accepted',
  removeUser: 'user_active',
  deactivateUser: 'validation_failed', // Ann cannot hand over to herself
  endSession: 'session_not_found',
  acceptSubmission: 'submission_not_found',
  getErasure: 'erasure_not_found',
  getExport: 'export_not_found',
  getDataExport: 'data_export_not_found',
  deleteDataExport: 'data_export_not_found',
  getWebhookDelivery: 'delivery_not_found',
  redeliver: 'delivery_not_found',
  getRuleRun: 'run_not_found',
  cancelRuleRun: 'run_not_found',
  // The example names one and the same record here, and nobody looks for duplicates.
  keepContactsApart: 'validation_failed',
  unkeepContactsApart: 'validation_failed',
  keepCompaniesApart: 'validation_failed',
  unkeepCompaniesApart: 'validation_failed',
  getDuplicateRun: 'dedupe_not_found',
  // No mail has come or gone, and the world has a domain of its own.
  createMailbox: 'mail_domain_foreign',
  getMailbox: 'mailbox_not_found',
  patchMailbox: 'mailbox_not_found',
  deleteMailbox: 'mailbox_not_found',
  getMailIntakeMessage: 'intake_not_found',
  retryMailIntakeMessage: 'intake_not_found',
  getActivityMail: 'mail_not_found',
  getOutboundMail: 'message_not_found',
  resolveOutboundMail: 'message_not_found',
  getUnsubscribePage: 'unsubscribe_link_invalid',
  unsubscribe: 'unsubscribe_link_invalid',
  // Nothing was uploaded.
  downloadFile: 'file_not_ready',
  setScanResult: 'file_not_scanning',
  restoreFile: 'file_not_found',
  readImport: 'import_file_missing',
  patchImport: 'import_not_read',
  listImportRows: 'import_not_read',
  checkImport: 'import_not_read',
  listCheckedRows: 'import_not_checked',
  runImport: 'import_not_checked',
  stopImport: 'import_not_running',
  undoImport: 'import_not_run',
  listImportResults: 'import_not_run',
  getImportErrors: 'import_not_run',
};
