import type { Condition } from '../conditions/condition.ts';
import { assertMayAskFor } from '../conditions/condition-store.ts';
import type { ConditionKind } from '../conditions/fields.ts';
import { assertSeesAsked } from '../conditions/sees-asked.ts';
import type { Actor } from '../core/actor.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { fieldForbidden } from '../core/may-write.ts';
import { type GovernedKind, hasHideable, type Verb } from '../core/policy.ts';
import { hiddenAnywhere, lockedFields, reachOf } from '../core/rights.ts';
import { pipelinePage } from '../deals/deal-store.ts';
import { whoAreHere } from '../identity/user-store.ts';
import { templateStore } from '../mail/template-store.ts';
import { segmentStore } from '../segments/segment-store.ts';
import { webhookStore } from '../webhooks/webhook-store.ts';
import { blanksIn, unknownBlanks } from './blanks.ts';
import { assertSound, type Definition, type Placed, placedSteps } from './definition.ts';
import type { Branch, Step, StepOf } from './step.ts';
import { asksOf, kindsOfTrigger, type Trigger } from './trigger.ts';

const base = '/draft';
type Fault = ErrorDetail;
const fault = (pointer: string, code: string, detail: string): Fault => ({
  pointer: `${base}${pointer}`,
  code,
  detail,
});
const unknown = (pointer: string, detail: string) => fault(pointer, 'reference_unknown', detail);

/** The kind of record that a rule is for. Throws `rule_invalid`. */
async function kindOfRule(workspaceId: string, trigger: Trigger): Promise<GovernedKind> {
  if (trigger.on === 'segment') {
    const segment = trigger.segmentId && (await segmentStore.find(workspaceId, trigger.segmentId));
    if (!segment) throw invalid([unknown('/trigger/segmentId', 'There is no such segment.')]);
    return segment.of;
  }
  const [kind, another] = kindsOfTrigger(trigger);
  if (kind === undefined || another !== undefined)
    throw invalid([fault('/trigger/events', 'invalid', 'The events of a rule tell of one kind of record.')]);
  return kind;
}

const invalid = (errors: Fault[]) =>
  new AppError('unprocessable', 'rule_invalid', 'The rule cannot be published; see errors.', {
    errors: errors.slice(0, 50),
  });

type Asked = { actor: Actor; kind: GovernedKind };
/** Who has a rule do something has the right to do it to any record that it may be begun by. */
function assertReach({ actor }: Asked, kind: GovernedKind, verb: Verb, pointer: string): void {
  if (reachOf(actor, kind, verb).reach === 'all') return;
  const detail = `A rule that does this needs the right to ${verb} every ${kind}.`;
  const errors = [{ pointer: `${base}${pointer}`, code: 'rule_out_of_reach', detail }];
  throw new AppError('forbidden', 'rule_out_of_reach', detail, { errors });
}

const patchOf: Partial<Record<Step['do'], string>> = {
  assign: 'ownerId',
  add_tag: 'tags',
  remove_tag: 'tags',
  move_deal: 'stageId',
};
/** The field of its record that a step sets; none where it sets none. */
const fieldSet = (step: Step) => (step.do === 'set_field' ? step.field : patchOf[step.do]);
const unsettable = new Set([
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'workspaceId',
  'ownerId',
  'tags',
  'emails',
]);

/** Throws `rule_out_of_reach`, and `field_forbidden` for a field that is held back in any record. */
function assertWritable(asked: Asked, { step, pointer }: Placed): void {
  const field = fieldSet(step);
  if (field === undefined) return;
  const { actor, kind } = asked;
  assertReach(asked, kind, 'edit', pointer);
  if (step.do === 'assign') assertReach(asked, kind, 'create', pointer);
  if (!hasHideable(kind)) return;
  const locked = [
    ...lockedFields(actor, kind, 'edit', undefined),
    ...lockedFields(actor, kind, 'edit', actor.id),
  ];
  const [name = ''] = field.split('.');
  const held = locked.filter((one) => one === field || one === name);
  if (held.length > 0) throw fieldForbidden(held, () => `${base}${pointer}/field`);
}

const settingFaults = (kind: GovernedKind, step: StepOf<'set_field'>, pointer: string): Fault[] => {
  if (!unsettable.has(step.field) && step.field !== 'custom') return [];
  return [
    fault(
      `${pointer}/field`,
      'field_unwritable',
      `A rule does not set ${step.field} of a ${kind} like this.`,
    ),
  ];
};
const blankFaults = (text: string | undefined, pointer: string): Fault[] =>
  unknownBlanks(text ?? '').map((name) =>
    fault(pointer, 'merge_field_unknown', `There is no field "${name}" to fill in.`),
  );

/** What can be told of a step by itself. */
function ownFaults({ step, pointer }: Placed, kind: GovernedKind): Fault[] {
  if (step.do === 'set_field') return settingFaults(kind, step, pointer);
  if (step.do === 'notify') return blankFaults(step.text, `${pointer}/text`);
  if (step.do === 'create_task')
    return [...blankFaults(step.title, `${pointer}/title`), ...blankFaults(step.note, `${pointer}/note`)];
  if (step.do === 'move_deal' && kind !== 'deal')
    return [fault(pointer, 'step_of_other_kind', 'Only a rule for deals moves one.')];
  if (step.do === 'assign' && kind === 'product')
    return [fault(pointer, 'step_of_other_kind', 'A product is nobody’s.')];
  if (step.do === 'send_mail' && !step.template)
    return [fault(`${pointer}/template`, 'required', 'A mail needs a template.')];
  return [];
}

/** The users whom a step names. */
function usersOf(step: Step): string[] {
  if (step.do === 'notify') return step.users.filter((one) => one !== 'record_owner');
  if (step.do === 'create_task') return typeof step.owner === 'object' ? [step.owner.userId] : [];
  if (step.do !== 'assign') return [];
  const { who } = step;
  if (who.how === 'user') return [who.userId];
  if (who.how !== 'territory') return who.users;
  return [...who.territories.flatMap(({ users }) => users), ...(who.users ?? [])];
}

async function stagesOf(workspaceId: string): Promise<Set<string>> {
  const { items } = await pipelinePage(workspaceId, { limit: 100 });
  return new Set(items.flatMap(({ stages }) => stages.map(({ id }) => id)));
}

/** What of a step is not there. */
async function referenceFaults(workspaceId: string, { step, pointer }: Placed): Promise<Fault[]> {
  if (step.do === 'send_mail' && typeof step.template === 'object')
    return (await templateStore.find(workspaceId, step.template.id))
      ? []
      : [unknown(`${pointer}/template/id`, `There is no template ${step.template.id}.`)];
  if (step.do === 'call_webhook')
    return (await webhookStore.find(workspaceId, step.webhookId))
      ? []
      : [unknown(`${pointer}/webhookId`, `There is no webhook ${step.webhookId}.`)];
  if (step.do === 'move_deal')
    return (await stagesOf(workspaceId)).has(step.stageId)
      ? []
      : [unknown(`${pointer}/stageId`, `There is no stage ${step.stageId}.`)];
  const users = [...new Set(usersOf(step))];
  const here = new Set(await whoAreHere(workspaceId, users));
  return users
    .filter((id) => !here.has(id))
    .map((id) => unknown(pointer, `There is no user ${id} who is here.`));
}

/** What a step makes: a mail stands on its contact's timeline. */
const madeBy: Partial<Record<Step['do'], GovernedKind>> = { create_task: 'task', send_mail: 'activity' };

const namedInBlanks = ['contact', 'company', 'deal'] as const;
/** What is filled in is read in the task that a rule makes: who publishes it may read whom it names. */
function assertBlanksInReach(asked: Asked, { step, pointer }: Placed): void {
  if (step.do !== 'create_task') return;
  for (const [part, text = ''] of Object.entries({ title: step.title, note: step.note }))
    for (const kind of namedInBlanks)
      if (blanksIn(text).some((name) => name.startsWith(`${kind}.`)))
        assertReach(asked, kind, 'read', `${pointer}/${part}`);
}

/** The kind of record of which a branch asks; none where the rule's own has none of it. */
function kindAsked({ of }: Branch, kind: GovernedKind): GovernedKind {
  return of === 'record' ? kind : of;
}

/** A condition of every record of a kind tells what is in it by what follows. */
async function assertAskable(
  { actor }: Asked,
  kind: GovernedKind,
  condition: Definition['condition'],
  pointer: string,
): Promise<void> {
  if (condition === undefined) return;
  if (!asksOf(kind))
    throw invalid([
      fault(pointer, 'condition_invalid', 'There is no condition of activities; ask their contact.'),
    ]);
  await assertMayAskFor(actor, kind satisfies ConditionKind, condition, `${base}${pointer}`);
}

async function assertConditions(
  asked: Asked,
  definition: Definition,
  placed: readonly Placed[],
): Promise<void> {
  const { kind } = asked;
  await assertAskable(asked, kind, definition.condition, '/condition');
  for (const { step, pointer } of placed) {
    if (step.do === 'wait') await assertAskable(asked, kind, step.until, `${pointer}/until`);
    if (step.do !== 'branch') continue;
    const of = kindAsked(step, kind);
    if (of !== 'activity') assertReach(asked, of, 'read', `${pointer}/if`);
    await assertAskable(asked, of, step.if, `${pointer}/if`);
  }
}

/** That something is to be said of a field: who hears of it must see it in every record, as who asks. */
const isThere = (field: string): Condition => ({ [field]: { $exists: true } });

/** Who hears that something happened to any record is one who may read every one; and of segments, all that they may ask. */
async function assertMayBegin(asked: Asked, { trigger }: Definition): Promise<void> {
  const { kind, actor } = asked;
  assertReach(asked, kind === 'activity' ? 'contact' : kind, 'read', '/trigger');
  if (trigger.on === 'date')
    return assertMayAskFor(actor, trigger.kind, isThere(trigger.field), `${base}/trigger/field`);
  if (trigger.on === 'event' && asksOf(kind))
    for (const [n, field] of (trigger.fields ?? []).entries())
      assertSeesAsked(actor, kind, isThere(field), `${base}/trigger/fields/${n}`);
  if (trigger.on !== 'segment' || !hasHideable(kind)) return;
  const hidden = [...hiddenAnywhere(actor, kind)];
  if (hidden.length > 0) throw fieldForbidden(hidden, () => `${base}/trigger/segmentId`);
}

/**
 * Holds a definition to what can be known of it before it is live: that what it names is there, that its conditions can be asked by
 * who publishes it, and that what it does could be done by them to every record. Answers the kind of its records. Throws
 * `rule_invalid`, `rule_out_of_reach`, `field_forbidden`, `condition_invalid`, `validation_failed`, each with pointers into `/draft`.
 */
export async function assertPublishable(actor: Actor, definition: Definition): Promise<GovernedKind> {
  assertSound(definition, base);
  const { workspaceId } = actor;
  const kind = await kindOfRule(workspaceId, definition.trigger);
  const asked = { actor, kind };
  const placed = placedSteps(definition);
  await assertMayBegin(asked, definition);
  for (const one of placed) {
    assertWritable(asked, one);
    assertBlanksInReach(asked, one);
    const made = madeBy[one.step.do];
    if (made) assertReach(asked, made, 'create', one.pointer);
  }
  await assertConditions(asked, definition, placed);
  const faults = [
    ...(placed.length === 0 ? [fault('/steps', 'required', 'A rule does something.')] : []),
    ...placed.flatMap((one) => ownFaults(one, kind)),
    ...(await Promise.all(placed.map((one) => referenceFaults(workspaceId, one)))).flat(),
  ];
  if (faults.length > 0) throw invalid(faults);
  return kind;
}
