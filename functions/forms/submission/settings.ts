import { foldEmail } from '../../../shared/contacts/email-address.ts';
import { toE164 } from '../../../shared/contacts/phone.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { pipelineOf } from '../../../shared/deals/deal-store.ts';
import type { Pipeline } from '../../../shared/deals/pipeline.ts';
import type { Catalogue } from '../../../shared/fields/catalogue.ts';
import type { Undeclared } from '../../../shared/fields/checked-custom.ts';
import { catalogueOf } from '../../../shared/fields/field-store.ts';
import { fittingValues } from '../../../shared/fields/form-values.ts';
import { type Wanted, wantedOf } from '../../../shared/forms/fill.ts';
import type { Form } from '../../../shared/forms/form.ts';
import type { Values } from '../../../shared/forms/posted.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** A pipeline that was deleted since costs the deal, not the lead. */
async function pipelineFor({ opensDeal, workspaceId, id }: Form, byDefault: string) {
  if (!opensDeal) return undefined;
  try {
    return await pipelineOf(workspaceId, opensDeal.pipelineId ?? byDefault);
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'not_found')) throw error;
    logger.warn('form opens no deal: its pipeline is gone', { formId: id });
    return undefined;
  }
}

/** A phone as E.164; one that is no number stays on the submission, as it was written. */
async function withPhone({ phone, ...rest }: Wanted, country: string): Promise<Wanted> {
  const number = phone === undefined ? undefined : await toE164(String(phone), country);
  return number ? { ...rest, phone: number } : rest;
}

/** Custom values as the contact's fields have them, without those that do not fit. */
function withFitting(wanted: Wanted, catalogue: Catalogue, undeclared: Undeclared): Wanted {
  const all = Object.entries(wanted);
  const custom = Object.fromEntries(
    all.flatMap(([target, value]) => (target.startsWith('custom.') ? [[target.slice(7), value]] : [])),
  );
  const fitting = fittingValues(catalogue, undeclared, custom);
  return Object.fromEntries([
    ...all.filter(([target]) => !target.startsWith('custom.')),
    ...Object.entries(fitting).map(([name, value]) => [`custom.${name}`, value]),
  ]);
}

export type Settings = {
  wanted: Wanted;
  /** The e-mail address in its folded form. */
  email: string | undefined;
  folding: { plusTag: boolean; gmailDots: boolean };
  currency: string;
  pipeline: Pipeline | undefined;
};

/** What the workspace says, as it was at most 30 s ago. */
export async function settingsOf(form: Form, values: Values): Promise<Settings> {
  const { emailFolding, currency, country, defaultPipelineId, undeclaredFields } = await workspaceOf(
    form.workspaceId,
  );
  const catalogue = await catalogueOf(form.workspaceId, 'contact');
  const wanted = withFitting(wantedOf(form, values), catalogue, undeclaredFields);
  return {
    wanted: await withPhone(wanted, country),
    email: wanted.email === undefined ? undefined : foldEmail(String(wanted.email), emailFolding),
    folding: emailFolding,
    currency,
    pipeline: await pipelineFor(form, defaultPipelineId),
  };
}
