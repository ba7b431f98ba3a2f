import { AppError } from '../../../shared/core/errors.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { type Definition, placedSteps } from '../../../shared/rules/definition.ts';
import type { StepOf } from '../../../shared/rules/step.ts';
import { changeOne } from '../../records/operations/write.ts';
import type { Came, Moment } from './moment.ts';
import { typeFor } from './subject.ts';

const unwritable = (field: string) =>
  new AppError('unprocessable', 'field_unwritable', `A rule cannot set ${field} to this value.`);

type Setting = Pick<StepOf<'set_field'>, 'field' | 'value'>;
/** What a step's field and value are as a patch. */
function asPatch({ field, value }: Setting): object {
  const [name = '', ...rest] = field.split('.');
  const part = rest.join('.');
  return name === 'custom' && part ? { custom: { [part]: value } } : { [field]: value };
}
const isPatch = (kind: GovernedKind, setting: Setting): boolean =>
  typeFor(kind).shape.patch.safeParse(asPatch(setting)).success;

/** Changes the run's record as a request would, and notes the step with it; what changes nothing is not written. */
export async function patchRecord(
  { run, record, by, noted }: Moment,
  patch: (record: Owned) => object,
): Promise<Came> {
  let isWritten = false;
  const also = () => {
    isWritten = true;
    return noted();
  };
  const adapt = async (now: Owned) => {
    isWritten = false; // what a lost race was to write is not
    return patch(now);
  };
  await changeOne(typeFor(run.kind), record.id, {}, by, { also, adapt });
  return isWritten ? {} : { skipped: 'already_so' };
}

const tagsOf = (record: Owned) =>
  'tags' in record && Array.isArray(record.tags) ? record.tags.map(String) : [];
const isTag = (tag: string) => (one: string) => one.toLowerCase() === tag.toLowerCase();
const mostTags = 50;

function withTag(record: Owned, tag: string): object {
  const tags = tagsOf(record);
  if (tags.some(isTag(tag))) return {};
  if (tags.length >= mostTags)
    throw new AppError('conflict', 'too_many_tags', 'A record has at most 50 tags.');
  return { tags: [...tags, tag] };
}
function withoutTag(record: Owned, tag: string): object {
  const tags = tagsOf(record);
  const left = tags.filter((one) => !isTag(tag)(one));
  return left.length === tags.length ? {} : { tags: left };
}
/** Through the deal's own function: a stage that asks for fields is not entered without them. */
const moved = (record: Owned, { stageId, lostReason, wonReason }: StepOf<'move_deal'>): object =>
  (record as { stageId?: string }).stageId === stageId ? {} : { stageId, lostReason, wonReason };

export type Patching = StepOf<'set_field' | 'add_tag' | 'remove_tag' | 'move_deal'>;
/** What a step changes of a record of a kind, as a patch. Throws `field_unwritable`, `too_many_tags`. */
export function patchOf(step: Patching, kind: GovernedKind, record: Owned): object {
  if (step.do === 'add_tag') return withTag(record, step.tag);
  if (step.do === 'remove_tag') return withoutTag(record, step.tag);
  if (step.do === 'move_deal') return moved(record, step);
  if (!isPatch(kind, step)) throw unwritable(step.field);
  return asPatch(step);
}
export const patched = (step: Patching, moment: Moment): Promise<Came> =>
  patchRecord(moment, (record) => patchOf(step, moment.run.kind, record));

/** Holds what a rule sets to what can be set at all. Throws 422 `rule_invalid` with a pointer for each. */
export function assertSettable(kind: GovernedKind, draft: Definition): void {
  const errors = placedSteps(draft).flatMap(({ step, pointer }) => {
    if (step.do !== 'set_field' || isPatch(kind, step)) return [];
    const detail = `A rule cannot set ${step.field} of a ${kind} to this value.`;
    return [{ pointer: `/draft${pointer}`, code: 'field_unwritable', detail }];
  });
  if (errors.length === 0) return;
  throw new AppError('unprocessable', 'rule_invalid', 'The rule cannot be published; see errors.', {
    errors,
  });
}
