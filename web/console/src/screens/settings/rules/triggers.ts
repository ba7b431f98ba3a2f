import type { Definition, RuledKind, RuleEvent, Trigger, TriggerOf } from './definition.ts';

/** Deeds tell of a record by another name than their own. */
const subjects: Record<string, RuledKind> = { form: 'contact', mail: 'contact', rating: 'contact' };
/** The kind of record that an event tells of. */
export const kindOfEvent = (event: string): RuledKind => {
  const [noun = ''] = event.split('.');
  return subjects[noun] ?? (noun as RuledKind);
};

const changes = ['created', 'updated', 'restored'] as const;
const merges = ['merged', 'unmerged'] as const;
const changesOf = <K extends RuledKind>(kind: K) =>
  changes.map((what): `${K}.${(typeof changes)[number]}` => `${kind}.${what}`);
const mergesOf = <K extends 'contact' | 'company'>(kind: K) =>
  merges.map((what): `${K}.${(typeof merges)[number]}` => `${kind}.${what}`);
/** What a rule may begin with, by the kind of record that it is then about, the usual ones first. */
export const eventsOf: Record<RuledKind, RuleEvent[]> = {
  contact: [
    'form.submitted',
    'mail.received',
    'mail.opened',
    'mail.clicked',
    'mail.bounced',
    'rating.given',
    'contact.hot',
    ...changesOf('contact'),
    ...mergesOf('contact'),
  ],
  deal: ['deal.moved', 'deal.idle', ...changesOf('deal')],
  company: [...changesOf('company'), ...mergesOf('company')],
  task: ['task.reminder', ...changesOf('task')],
  ticket: changesOf('ticket'),
  order: changesOf('order'),
  product: changesOf('product'),
  promise: changesOf('promise'),
  activity: changesOf('activity'),
};
export const ruledKinds = Object.keys(eventsOf) as RuledKind[];

type Segments = (id: string) => { of: RuledKind } | undefined;
/** The kind of record that a rule is about; a contact where that is not known. */
export function kindOfTrigger(trigger: Trigger, segment: Segments): RuledKind {
  if (trigger.on === 'date') return trigger.kind;
  if (trigger.on === 'event') return kindOfEvent(trigger.events[0] ?? 'contact');
  return segment(trigger.segmentId ?? '')?.of ?? 'contact';
}

export const newTriggers: { [On in Trigger['on']]: TriggerOf<On> } = {
  event: { on: 'event', events: ['form.submitted'] },
  date: { on: 'date', kind: 'contact', field: 'birthday', offsetDays: 0, at: '09:00', yearly: true },
  segment: { on: 'segment', turn: 'entered' },
};
export const newDefinition: Definition = { trigger: newTriggers.event, steps: [] };

type EventTrigger = TriggerOf<'event'>;
/** The trigger with other events: what no event of it says any more goes. */
export function withEvents(trigger: EventTrigger, events: RuleEvent[]): EventTrigger {
  const { fields, data, ...rest } = trigger;
  const kept = Object.entries(data ?? {}).filter(([event]) => (events as string[]).includes(event));
  return {
    ...rest,
    events,
    ...(fields && events.some((event) => event.endsWith('.updated')) && { fields }),
    ...(kept.length > 0 && { data: Object.fromEntries(kept) }),
  };
}
/** The trigger with what one of its events has to say; undefined says nothing of it. */
export function withData(
  trigger: EventTrigger,
  event: string,
  name: string,
  value: string | boolean | undefined,
): EventTrigger {
  const { data = {}, ...rest } = trigger;
  const { [name]: _, ...others } = data[event] ?? {};
  const own = value === undefined ? others : { ...others, [name]: value };
  const { [event]: __, ...more } = data;
  const all = Object.keys(own).length > 0 ? { ...more, [event]: own } : more;
  return { ...rest, ...(Object.keys(all).length > 0 && { data: all }) };
}
