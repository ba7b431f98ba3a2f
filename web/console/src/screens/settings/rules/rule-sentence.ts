import { conditionWords, valueWords } from './condition-sentence.ts';
import type {
  Assigned,
  Definition,
  RuledKind,
  Step,
  StepOf,
  Territory,
  Trigger,
  TriggerOf,
} from './definition.ts';
import { readDuration } from './durations.ts';
import { allOf, oneOf, type Say, unsaid } from './say.ts';
import { kindOfTrigger } from './triggers.ts';

const named = (name: string | undefined, id: string | undefined) => name ?? (id ? '?' : unsaid);
const people = (users: readonly string[], say: Say, join = oneOf) =>
  users.length > 0
    ? join(
        say,
        users.map((id) => named(say.names.user(id), id)),
      )
    : unsaid;

const blank = /\{\{\s*([^}|]*?)\s*(?:\|[^}]*)?\}\}/g;
/** Words with blanks as one reads them aloud: `{{contact.firstName|them}}` is [First name]. */
function readable(text: string, { t }: Say): string {
  const words = text.replace(blank, (_, field: string) => {
    const key = field.replace('.', '_') as 'deal_name';
    return `[${t.has(`blanks.${key}`) ? t(`blanks.${key}`) : field}]`;
  });
  return words.trim() || unsaid;
}
function lengthOf(text: string | undefined, { t }: Say): string {
  const read = readDuration(text);
  return read ? t(`lengths.${read.unit}`, { count: read.count }) : unsaid;
}

type EventTrigger = TriggerOf<'event'>;
function fieldsChanged(kind: RuledKind, fields: readonly string[], say: Say): string {
  const labels = fields.map((name) => say.t('quoted', { text: say.names.field(kind, name)?.label ?? name }));
  return say.t('happens.fields', { kind, fields: oneOf(say, labels) });
}
function moved(said: Record<string, unknown>, { t, names }: Say): string {
  const { toStageId, status } = said;
  if (typeof toStageId === 'string')
    return t('happens.movedTo', { stage: names.stage(toStageId) ?? toStageId });
  if (status === 'won' || status === 'lost' || status === 'open') return t(`happens.${status}`);
  return t('happens.deal_moved');
}
const special: Record<string, (said: Record<string, unknown>, say: Say) => string> = {
  'deal.moved': moved,
  'form.submitted': ({ formId }, { t, names }) =>
    typeof formId === 'string'
      ? t('happens.form', { form: names.form(formId) ?? '?' })
      : t('happens.form_submitted'),
  'mail.received': ({ isNewContact }, { t }) =>
    t(isNewContact === true ? 'happens.newLead' : 'happens.mail_received'),
};
/** What happened, as the end of a sentence that begins with “When”. */
export function eventWords(event: string, { fields, data }: EventTrigger, say: Say): string {
  const [noun = '', verb = ''] = event.split('.');
  const own = special[event];
  if (own) return own(data?.[event] ?? {}, say);
  const key = `happens.${noun}_${verb}` as 'happens.deal_idle';
  if (say.t.has(key)) return say.t(key);
  if (verb === 'updated' && fields) return fieldsChanged(noun as RuledKind, fields, say);
  const plain = `happens.${verb}` as 'happens.created';
  return say.t.has(plain) ? say.t(plain, { kind: noun }) : say.t('happens.other', { event });
}

function dateWords({ kind, field, offsetDays, at, yearly }: TriggerOf<'date'>, say: Say): string {
  const label = say.names.field(kind, field)?.label ?? named(undefined, field);
  const when = offsetDays === 0 ? 'on' : offsetDays < 0 ? 'before' : 'after';
  return say.t(`date.${when}`, {
    count: Math.abs(offsetDays),
    field: label,
    kind,
    every: yearly ? say.t('date.yearly') : '',
    at,
  });
}

/** What begins a rule, in a sentence: “When a form is sent”. */
export function triggerSentence(trigger: Trigger, say: Say): string {
  if (trigger.on === 'date') return dateWords(trigger, say);
  if (trigger.on === 'segment') {
    const segment = say.names.segment(trigger.segmentId ?? '');
    const name = named(segment?.name, trigger.segmentId);
    return say.t(`segment.${trigger.turn}`, { kind: segment?.of ?? 'other', segment: name });
  }
  const all = trigger.events.map((event) => eventWords(event, trigger, say));
  return say.t('when', { what: all.length > 0 ? oneOf(say, all) : unsaid });
}

function mailed({ template, to, once }: StepOf<'send_mail'>, { t, names }: Say): string {
  const addressee = t(`to.${to}`);
  const often = once ? t('oncePerSource') : '';
  if (template === 'of_source') return t('send_welcome', { addressee, often });
  const mail = template ? named(names.template(template.id), template.id) : unsaid;
  return t('send_mail', { mail, addressee, often });
}
function tasked({ title, dueInDays, owner }: StepOf<'create_task'>, say: Say): string {
  const { t, names } = say;
  const who = owner === 'record_owner' ? t('theOwner') : named(names.user(owner.userId), owner.userId);
  const due = dueInDays === undefined ? '' : t('due', { count: dueInDays });
  return t('create_task', { title: readable(title, say), who, due });
}
function area({ countries = [], postalCodes = [], users }: Territory, say: Say): string {
  const region = new Intl.DisplayNames(say.locale, { type: 'region' });
  const where = [
    ...countries.map((code) => region.of(code) ?? code),
    ...postalCodes.map((code) => say.t('postal', { code })),
  ];
  return say.t('territory', { where: where.join(', ') || unsaid, who: people(users, say) });
}
function assigned(who: Assigned, say: Say): string {
  const { t } = say;
  if (who.how === 'user') return t('assign.user', { who: people(who.userId ? [who.userId] : [], say) });
  if (who.how !== 'territory') return t(`assign.${who.how}`, { who: people(who.users, say) });
  const areas = who.territories.map((one) => area(one, say));
  const rest = who.users ? [t('territoryElse', { who: people(who.users, say) })] : [];
  return t('assign.territory', { areas: [...areas, ...rest].join('; ') || unsaid });
}
function told({ users, text }: StepOf<'notify'>, say: Say): string {
  const who = users.map((id) => (id === 'record_owner' ? say.t('theOwner') : named(say.names.user(id), id)));
  return say.t('notify', { who: who.length > 0 ? allOf(say, who) : unsaid, text: readable(text, say) });
}
function set({ field, value }: StepOf<'set_field'>, kind: RuledKind, say: Say): string {
  const def = say.names.field(kind, field);
  const label = def?.label ?? named(undefined, field);
  if (value === null) return say.t('clear_field', { field: label });
  return say.t('set_field', { field: label, value: valueWords(def, value, say) });
}
function waited({ for: length, until, atMost }: StepOf<'wait'>, kind: RuledKind, say: Say): string {
  if (until === undefined) return say.t('wait', { length: lengthOf(length, say) });
  return say.t('waitUntil', { condition: conditionWords(until, kind, say), length: lengthOf(atMost, say) });
}
/** The kind of record that a branch asks. */
export const askedKind = ({ of }: StepOf<'branch'>, kind: RuledKind): RuledKind =>
  of === 'record' ? kind : of;
function branched(step: StepOf<'branch'>, kind: RuledKind, say: Say): string {
  const condition = conditionWords(step.if, askedKind(step, kind), say);
  return say.t('branch', { of: step.of === kind ? 'record' : step.of, condition });
}

type Sentences = { [S in Step as S['do']]: (step: S, kind: RuledKind, say: Say) => string };
const sentences: Sentences = {
  send_mail: (step, _, say) => mailed(step, say),
  create_task: (step, _, say) => tasked(step, say),
  assign: ({ who }, _, say) => assigned(who, say),
  set_field: set,
  add_tag: ({ tag }, _, { t }) => t('add_tag', { tag: tag || unsaid }),
  remove_tag: ({ tag }, _, { t }) => t('remove_tag', { tag: tag || unsaid }),
  move_deal: ({ stageId }, _, { t, names }) =>
    t('move_deal', { stage: named(names.stage(stageId), stageId) }),
  notify: (step, _, say) => told(step, say),
  call_webhook: ({ webhookId }, _, { t, names }) =>
    t('call_webhook', { webhook: named(names.webhook(webhookId), webhookId) }),
  wait: waited,
  branch: branched,
  stop: (_, __, { t }) => t('stop'),
};
/** What a step does, in a sentence that a salesperson can read aloud. `kind`: what the rule is about. */
export const stepSentence = (step: Step, kind: RuledKind, say: Say): string =>
  (sentences[step.do] as (step: Step, kind: RuledKind, say: Say) => string)(step, kind, say);

/** For which records a rule begins, of those that its trigger tells of. */
export const conditionSentence = ({ trigger, condition }: Definition, say: Say): string =>
  say.t('onlyIf', { condition: conditionWords(condition, kindOfTrigger(trigger, say.names.segment), say) });

/** The beginning of a rule in one line: what begins it, and of which records. */
export function beginning(definition: Definition, say: Say): string {
  const { trigger, condition } = definition;
  const when = triggerSentence(trigger, say);
  return condition ? `${when} · ${conditionSentence(definition, say)}` : when;
}

const spoken = (steps: readonly Step[], kind: RuledKind, say: Say): string[] =>
  steps.flatMap((step) => {
    const own = stepSentence(step, kind, say);
    if (step.do !== 'branch') return [own];
    const no = step.no.length > 0 ? [`${say.t('otherwise')} ${spoken(step.no, kind, say).join(' · ')}`] : [];
    return [`${own} ${say.t('so')} ${spoken(step.yes, kind, say).join(' · ') || unsaid}`, ...no];
  });
/** A rule as it is read aloud. */
export function ruleSentence(definition: Definition, say: Say): string {
  const kind = kindOfTrigger(definition.trigger, say.names.segment);
  return [beginning(definition, say), ...spoken(definition.steps, kind, say)].join(' · ');
}
