import type { CheckedRow } from '../../../../shared/imports/checked-row.ts';
import type { CleanedRow } from '../../../../shared/imports/cleaning/clean-row.ts';
import type { ImportKind } from '../../../../shared/imports/mapping/import-fields.ts';
import type { Workspace } from '../../../../shared/workspaces/workspace.ts';
import { companyNamed, contactNamed, employerNamed, idIn, type Naming, ownerNamed, said } from './named.ts';
import type { Namer } from './namer.ts';
import { dealProductNamed, orderItemNamed } from './product-named.ts';
import { stageNamed } from './stage-named.ts';

type Around = { workspace: Pick<Workspace, 'currency' | 'defaultPipelineId'>; now: string };
type Step = (naming: Naming, around: Around) => Promise<void>;

/** A price without a currency is in the workspace's. */
const priced: Step = async ({ values, besides }, { workspace: { currency } }) => {
  if (besides.priceCents !== undefined) values.prices = [{ currency, amountCents: besides.priceCents }];
};

async function dealIdsNamed(naming: Naming): Promise<void> {
  const written = said(naming, 'deal');
  if (!written) return;
  const byKey = await naming.namer.byKey('deal', 'externalId', written);
  const found = 'id' in byKey ? byKey : await naming.namer.byName('deal', written);
  const id = idIn(naming, found, { field: 'deal', what: 'deal', written });
  if (id) naming.values.dealIds = [id];
}

/** What a company has no field for is told of, and where it describes nothing yet it is the description. */
const noteAsDescription: Step = async ({ values, besides }) => {
  if (besides.note !== undefined && values.description === undefined) values.description = besides.note;
};

/** A company above that is not there may be one of the file's own: that is known when all are made. */
const parentNamed: Step = async (naming) => {
  const written = said(naming, 'parent');
  if (!written) return;
  const found = await naming.namer.byName('company', written);
  if ('code' in found && found.code === 'unknown') return;
  const parentId = idIn(naming, found, { field: 'parent', what: 'company', written });
  if (parentId) naming.values.parentId = parentId;
  delete naming.besides.parent;
};

/** A note stands on the timeline of a person: of a deal with nobody there is no place for it. */
const noteOfDeal: Step = async ({ values, besides, faults }) => {
  if (besides.note === undefined || values.contactId !== undefined) return;
  faults.push({
    field: 'note',
    code: 'note_of_nobody',
    detail: 'The deal is with no contact, on whom it could be noted.',
  });
  delete besides.note;
};

const customer: readonly Step[] = [contactNamed, companyNamed];
const steps: Record<ImportKind, readonly Step[]> = {
  contact: [ownerNamed, employerNamed],
  company: [ownerNamed, parentNamed, noteAsDescription],
  product: [priced],
  deal: [
    ownerNamed,
    ...customer,
    noteOfDeal,
    dealProductNamed,
    (naming, { workspace: { defaultPipelineId }, now }) => stageNamed(naming, { defaultPipelineId, now }),
  ],
  order: [ownerNamed, ...customer, orderItemNamed],
  activity: [contactNamed, dealIdsNamed],
};

/** What is made besides the record, or needs to be there first. */
const kept: Partial<Record<ImportKind, readonly string[]>> = {
  contact: ['note', 'source'],
  company: ['parent'],
  deal: ['note'],
};

export type NamedRow = Pick<CheckedRow, 'values' | 'faults' | 'besides'>;
/** A cleaned row as the create body of its record: what it names is looked up, and what is not found stands in `faults`. */
export async function nameRow(
  kind: ImportKind,
  { values, besides, faults }: CleanedRow,
  namer: Namer,
  around: Around,
): Promise<NamedRow> {
  const naming: Naming = { namer, values: { ...values }, besides: { ...besides }, faults: [...faults] };
  for (const step of steps[kind]) await step(naming, around);
  const names = (kept[kind] ?? []).filter((name) => naming.besides[name] !== undefined);
  const rest = Object.fromEntries(names.map((name) => [name, String(naming.besides[name])]));
  return { values: naming.values, faults: naming.faults, ...(names.length > 0 && { besides: rest }) };
}
