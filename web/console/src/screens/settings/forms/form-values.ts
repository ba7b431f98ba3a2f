import type { FormField, FormFieldInput, FormPatch, Item, NewForm } from '../../../../../client/src/index.ts';

export type WebForm = Item<'listForms'>;
export type FieldType = FormField['type'];

/** A field with a key of its own while it is edited, since its name may change. */
export type EditedField = FormField & { key: string };

/** What the editor of a form holds. */
export type Values = {
  name: string;
  fields: EditedField[];
  /** Nobody, one person, or several who take turns. */
  ownerIds: string[];
  tags: string[];
  opensDeal: boolean;
  pipelineId: string | null;
  stageId: string | null;
  allowedOrigins: string[];
  thanks: string;
  redirectUrl: string;
  welcomeTemplateId: string | null;
  isOpen: boolean;
};

let count = 0;
export const edited = (field: FormField): EditedField => ({ ...field, key: `field-${++count}` });

/** What a field of a form may fill, with the type and the name that it has by itself. */
export const targets = {
  email: { type: 'email', name: 'email' },
  firstName: { type: 'text', name: 'firstName' },
  lastName: { type: 'text', name: 'lastName' },
  phone: { type: 'tel', name: 'phone' },
  company: { type: 'text', name: 'company' },
  jobTitle: { type: 'text', name: 'jobTitle' },
  language: { type: 'text', name: 'language' },
  leadSource: { type: 'hidden', name: 'leadSource' },
  campaign: { type: 'hidden', name: 'campaign' },
  message: { type: 'textarea', name: 'message' },
} as const satisfies Record<string, { type: FieldType; name: string }>;
export type Target = keyof typeof targets;
export const isTarget = (target: string): target is Target => Object.hasOwn(targets, target);

export const newField = (target: Target, label: string): EditedField =>
  edited({ ...targets[target], target, label, required: target === 'email' });

export const newForm = (labels: Record<Target, string>, name: string): Values => ({
  name,
  fields: (['email', 'firstName', 'lastName', 'message'] as const).map((target) =>
    newField(target, labels[target]),
  ),
  ownerIds: [],
  tags: [],
  opensDeal: true,
  pipelineId: null,
  stageId: null,
  allowedOrigins: [],
  thanks: '',
  redirectUrl: '',
  welcomeTemplateId: null,
  isOpen: true,
});

function ownersOf({ owner }: WebForm): string[] {
  if (!owner) return [];
  return 'userId' in owner ? [owner.userId] : owner.roundRobin;
}

export function savedOf(form: WebForm): { version: number; values: Values } {
  const deal = form.opensDeal || undefined;
  const values: Values = {
    name: form.name,
    fields: form.fields.map((field, place) => ({ ...field, key: `${place} ${field.name}` })),
    ownerIds: ownersOf(form),
    tags: form.tags,
    opensDeal: deal !== undefined,
    pipelineId: deal?.pipelineId ?? null,
    stageId: deal?.stageId ?? null,
    allowedOrigins: form.allowedOrigins,
    thanks: form.thanks,
    redirectUrl: form.redirectUrl ?? '',
    welcomeTemplateId: form.welcomeTemplateId ?? null,
    isOpen: form.status === 'active',
  };
  return { version: form.version, values };
}

const inputOf = ({ key: _, ...field }: EditedField): FormFieldInput => field;

function ownerOf(ids: string[]): NewForm['owner'] {
  const [first, ...others] = ids;
  if (first === undefined) return undefined;
  return others.length === 0 ? { userId: first } : { roundRobin: ids };
}

const dealOf = ({ opensDeal, pipelineId, stageId }: Values): NewForm['opensDeal'] =>
  opensDeal && { ...(pipelineId && { pipelineId }), ...(stageId && { stageId }) };

/** The body that makes the form. */
export function bodyOf(values: Values): NewForm {
  const { name, fields, ownerIds, tags, allowedOrigins, thanks, redirectUrl, welcomeTemplateId, isOpen } =
    values;
  const owner = ownerOf(ownerIds);
  return {
    name: name.trim(),
    fields: fields.map(inputOf),
    tags,
    allowedOrigins,
    opensDeal: dealOf(values) ?? false,
    status: isOpen ? 'active' : 'closed',
    ...(owner && { owner }),
    ...(thanks.trim() && { thanks: thanks.trim() }),
    ...(redirectUrl.trim() && { redirectUrl: redirectUrl.trim() }),
    ...(welcomeTemplateId && { welcomeTemplateId }),
  };
}

/** The part of the form's body that each of the editor's values is in. */
const partOf = {
  name: 'name',
  fields: 'fields',
  ownerIds: 'owner',
  tags: 'tags',
  opensDeal: 'opensDeal',
  pipelineId: 'opensDeal',
  stageId: 'opensDeal',
  allowedOrigins: 'allowedOrigins',
  thanks: 'thanks',
  redirectUrl: 'redirectUrl',
  welcomeTemplateId: 'welcomeTemplateId',
  isOpen: 'status',
} as const satisfies Record<keyof Values, keyof NewForm>;

/** The body that changes what was changed: what there is no more is null. */
export function patchOf(changes: Partial<Values>, values: Values): FormPatch {
  const body: Record<string, unknown> = bodyOf(values);
  const names = new Set(Object.keys(changes).map((name) => partOf[name as keyof Values]));
  return Object.fromEntries([...names].map((name) => [name, body[name] ?? null]));
}
