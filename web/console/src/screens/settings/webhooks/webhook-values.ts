import type { EventType, Item, WebhookPatch } from '../../../../../client/src/index.ts';

export type Webhook = Item<'listWebhooks'>;
export type Delivery = Item<'listWebhookDeliveries'>;

const kinds = [
  'contact',
  'company',
  'deal',
  'task',
  'activity',
  'ticket',
  'order',
  'product',
  'promise',
] as const;
const happenings = ['created', 'updated', 'deleted', 'restored', 'purged'] as const;
const merges = ['merged', 'unmerged'] as const;
type Group = { group: string; items: EventType[] };
/** Everything that a webhook may be told of, by what it happens to. */
export const eventGroups: Group[] = [
  ...kinds.map((kind) => ({
    group: kind,
    items: [
      ...happenings.map((happening): EventType => `${kind}.${happening}`),
      ...(kind === 'contact' || kind === 'company'
        ? merges.map((happening): EventType => `${kind}.${happening}`)
        : []),
      ...(kind === 'contact' ? (['contact.hot'] satisfies EventType[]) : []),
      ...(kind === 'deal' ? (['deal.moved', 'deal.idle'] satisfies EventType[]) : []),
      ...(kind === 'task' ? (['task.reminder'] satisfies EventType[]) : []),
    ],
  })),
  {
    group: 'form, mail',
    items: ['form.submitted', 'mail.received', 'mail.opened', 'mail.clicked', 'mail.bounced', 'rating.given'],
  },
  { group: 'file', items: ['file.uploaded', 'file.refused'] },
  { group: 'segment', items: ['segment.entered', 'segment.left'] },
];

/** What the form of a webhook holds. The condition is as it is typed, JSON or not yet. */
export type Values = {
  url: string;
  description: string;
  isAll: boolean;
  events: EventType[];
  condition: string;
};
export const newWebhook: Values = {
  url: 'https://',
  description: '',
  isAll: false,
  events: [],
  condition: '',
};
export const savedOf = ({ version, url, description = '', events, condition }: Webhook) => ({
  version,
  values: {
    url,
    description,
    isAll: events.includes('*'),
    events: events.filter((event) => event !== '*'),
    condition: condition ? JSON.stringify(condition, null, 2) : '',
  } satisfies Values,
});

/** The condition that is typed; null where there is none, undefined where it is no JSON object. */
export function conditionOf(text: string): Record<string, unknown> | null | undefined {
  if (text.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const eventsOf = ({ isAll, events }: Values): Webhook['events'] => (isAll ? ['*'] : events);

export function bodyOf(values: Values) {
  const { url, description } = values;
  const condition = conditionOf(values.condition);
  return {
    url: url.trim(),
    events: eventsOf(values),
    ...(description.trim() && { description }),
    ...(condition && { condition }),
  };
}

/** The body that changes what was changed. */
export function patchOf(changes: Partial<Values>, values: Values): WebhookPatch {
  const { url, description, condition } = changes;
  const isEvents = changes.isAll !== undefined || changes.events !== undefined;
  return {
    ...(url !== undefined && { url: url.trim() }),
    ...(description !== undefined && { description: description.trim() || null }),
    ...(isEvents && { events: eventsOf(values) }),
    ...(condition !== undefined && { condition: conditionOf(condition) ?? null }),
  };
}
