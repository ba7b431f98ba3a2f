import { api } from '../../shared/platform/api.ts';
import { acceptSubmissionOperation } from './operations/accept-submission.ts';
import { createFormOperation } from './operations/create-form.ts';
import { deleteFormOperation } from './operations/delete-form.ts';
import { getEmbedScriptOperation } from './operations/get-embed-script.ts';
import { getFillTimeOperation } from './operations/get-fill-time.ts';
import { getFormOperation } from './operations/get-form.ts';
import { getThanksOperation } from './operations/get-thanks.ts';
import { listFormsOperation } from './operations/list-forms.ts';
import { listSubmissionsOperation } from './operations/list-submissions.ts';
import { patchFormOperation } from './operations/patch-form.ts';
import { preflightOperations } from './operations/preflight.ts';
import { sendPageViewOperation } from './operations/send-page-view.ts';
import { submitFormOperation } from './operations/submit-form.ts';

export const handler = api([
  submitFormOperation,
  ...preflightOperations,
  getEmbedScriptOperation,
  sendPageViewOperation,
  getFillTimeOperation,
  getThanksOperation,
  createFormOperation,
  listFormsOperation,
  getFormOperation,
  patchFormOperation,
  deleteFormOperation,
  listSubmissionsOperation,
  acceptSubmissionOperation,
]);
