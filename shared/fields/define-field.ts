import type { Context } from '../core/actor.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, type Kept, nextVersion } from '../core/record.ts';
import type { Catalogue } from './catalogue.ts';
import { Field, type FieldPatch, fieldRecord, mostFields, type NewField, uniqueTypes } from './field.ts';
import { faultOfValue } from './field-value.ts';
import { limitsOfType } from './limits.ts';
import { faultOfPattern } from './pattern.ts';

const mostBytes = 40_000; // a change keeps a field twice, and an item has 400 KB

type Part = Pick<Field, 'type' | 'validation'>;
const bounds = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
  ['earliest', 'latest'],
] as const;
function faultsOfValidation({ type, validation }: Part): ErrorDetail[] {
  const given = Object.keys(validation) as (keyof typeof validation)[];
  const foreign = given
    .filter((name) => !limitsOfType[type].includes(name))
    .map((name) => ({
      pointer: `/validation/${name}`,
      code: 'not_of_type',
      detail: `A field of type ${type} is not limited by ${name}.`,
    }));
  const crossed = bounds
    .filter(([least, most]) => {
      const [from, to] = [validation[least], validation[most]];
      return from !== undefined && to !== undefined && from > to;
    })
    .map(([least, most]) => ({
      pointer: `/validation/${least}`,
      code: 'bounds_crossed',
      detail: `${least} is beyond ${most}.`,
    }));
  const wrong = validation.pattern === undefined ? undefined : faultOfPattern(validation.pattern);
  const pattern = wrong ? [{ pointer: '/validation/pattern', code: 'pattern_invalid', detail: wrong }] : [];
  return [...foreign, ...crossed, ...pattern];
}

const isChoice = ({ type }: Pick<Field, 'type'>) => type === 'choice' || type === 'multiChoice';
function faultsOfOptions({ type, options }: Field): ErrorDetail[] {
  if (!isChoice({ type })) {
    const detail = `A field of type ${type} has no options.`;
    return options.length > 0 ? [{ pointer: '/options', code: 'not_of_type', detail }] : [];
  }
  if (options.length === 0)
    return [{ pointer: '/options', code: 'required', detail: 'A choice needs an option.' }];
  const values = options.map(({ value }) => value);
  return values.flatMap((value, n) =>
    values.indexOf(value) === n
      ? []
      : [
          {
            pointer: `/options/${n}/value`,
            code: 'option_twice',
            detail: 'Another option has this value.',
          },
        ],
  );
}

function faultsOfDefault(field: Field): ErrorDetail[] {
  if (field.default === undefined) return [];
  if (field.unique || field.type === 'user') {
    const detail = 'What is unique, or names a user, has no default.';
    return [{ pointer: '/default', code: 'not_of_type', detail }];
  }
  const fault = faultOfValue(field, field.default);
  return fault ? [{ pointer: '/default', ...fault }] : [];
}

/** A patch adds languages to those that are there. */
function faultsOfLabels({ labels }: Field): ErrorDetail[] {
  const faults = Field.shape.labels.safeParse(labels).error?.issues ?? [];
  return faults.map(({ path, message }) => ({
    pointer: ['/labels', ...path.map(String)].join('/'),
    code: 'too_big',
    detail: message,
  }));
}

const matchedKinds: readonly string[] = ['contact', 'company'];
function faultsOfIdentifies({ identifies, type, of }: Field): ErrorDetail[] {
  if (!identifies || (uniqueTypes.includes(type) && matchedKinds.includes(of))) return [];
  const detail = `Only ${uniqueTypes.join(', ')} of a contact or a company tell who is meant.`;
  return [{ pointer: '/identifies', code: 'not_of_type', detail }];
}

function faultsOf(field: Field): ErrorDetail[] {
  const limits = [...faultsOfLabels(field), ...faultsOfValidation(field), ...faultsOfOptions(field)];
  if (limits.length > 0) return limits; // what a default is held to makes no sense then
  const unique =
    field.unique && !uniqueTypes.includes(field.type)
      ? [
          {
            pointer: '/unique',
            code: 'not_of_type',
            detail: `Only ${uniqueTypes.join(', ')} can be unique.`,
          },
        ]
      : [];
  const tooBig =
    Buffer.byteLength(JSON.stringify(field)) > mostBytes
      ? [
          {
            pointer: '',
            code: 'too_big',
            detail: `A field has ${mostBytes} bytes at most, with its options.`,
          },
        ]
      : [];
  return [...unique, ...faultsOfIdentifies(field), ...faultsOfDefault(field), ...tooBig];
}
/** Throws `validation_failed` with a pointer for each fault. */
function assertSound(field: Field): void {
  const errors = faultsOf(field);
  if (errors.length === 0) return;
  throw new AppError('invalid', 'validation_failed', 'The field makes no sense; see errors.', { errors });
}

const tooMany = (most: number, what: string) =>
  new AppError(
    'conflict',
    'too_many_fields',
    `A kind of record has at most ${most} ${what}, archived ones too.`,
  );
/** What a record's transaction claims and checks of each, of a hundred items that it may name. */
const mostUnique = 20;
const mostOfUsers = 25;
function assertRoom({ unique, type }: NewField, fields: Catalogue['fields']): void {
  if (fields.length >= mostFields) throw tooMany(mostFields, 'fields');
  if (unique && fields.filter((one) => one.unique).length >= mostUnique)
    throw tooMany(mostUnique, 'unique fields');
  if (type === 'user' && fields.filter((one) => one.type === type).length >= mostOfUsers)
    throw tooMany(mostOfUsers, 'fields of users');
}

const mostIdentifying = 5; // of the keys of a record
function assertRoomToIdentify(after: Field, fields: Catalogue['fields']): void {
  const others = fields.filter(({ id, identifies, archived }) => identifies && !archived && id !== after.id);
  if (after.identifies && !after.archived && others.length >= mostIdentifying)
    throw new AppError(
      'conflict',
      'too_many_fields',
      `At most ${mostIdentifying} fields of a kind tell who is meant.`,
    );
}

/** Throws `field_key_taken`, `too_many_fields`, `validation_failed`. */
export function createField(given: NewField, { fields }: Catalogue, { actor, now }: Context): Kept<Field> {
  const same = fields.find(({ key }) => key === given.key);
  if (same) {
    const detail = `A ${given.of} has a field ${given.key} already${same.archived ? ', which is archived' : ''}.`;
    throw new AppError('conflict', 'field_key_taken', detail, { existingId: same.id });
  }
  assertRoom(given, fields);
  const last = Math.max(0, ...fields.map(({ order }) => order));
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: Field = {
    ...base,
    ...given,
    id: newId('field', now),
    order: given.order ?? Math.floor(last) + 1,
    archived: false,
  };
  assertSound(after);
  assertRoomToIdentify(after, fields);
  return { of: fieldRecord, before: undefined, after, events: [] };
}

/** Throws `validation_failed`, `too_many_fields`. Records that are there keep the values that they have. */
export function patchField(
  field: Field,
  patch: FieldPatch,
  { fields }: Pick<Catalogue, 'fields'>,
  { now }: Context,
): Kept<Field> {
  const after = nextVersion(mergePatch(field, patch), {}, now);
  assertSound(after);
  assertRoomToIdentify(after, fields);
  return { of: fieldRecord, before: field, after, events: [] };
}

/** Throws `field_not_archived`: what is still asked for goes into the archive first. */
export function deleteField(field: Field): Change<Field> {
  if (!field.archived) {
    const detail = `Archive the field ${field.key} first: \`{ "archived": true }\`.`;
    throw new AppError('conflict', 'field_not_archived', detail);
  }
  return { of: fieldRecord, before: field, after: undefined, events: [] };
}
