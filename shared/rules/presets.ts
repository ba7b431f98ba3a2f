import type { Context } from '../core/actor.ts';
import { derivedId } from '../core/derived-id.ts';
import type { GovernedKind } from '../core/policy.ts';
import { Definition } from './definition.ts';
import { type LiveRule, type LiveRules, liveWith, noRules } from './live.ts';
import { createRule, publishRule, type Rule } from './rule.ts';

/** A rule that every workspace has from the beginning, to be changed, paused or deleted as any other. */
type Preset = {
  key: string;
  name: string;
  description: string;
  kind: GovernedKind;
  live?: true;
  draft: Definition;
};
const preset = (given: Omit<Preset, 'draft'> & { draft: object }): Preset => ({
  ...given,
  draft: Definition.parse(given.draft),
});

export const presets: readonly Preset[] = [
  preset({
    key: 'welcome',
    name: 'Welcome mail',
    description:
      'Thanks who sends a form, and answers a new lead’s first mail, where the form or the mailbox has a template for it.',
    kind: 'contact',
    live: true,
    draft: {
      trigger: {
        on: 'event',
        events: ['form.submitted', 'mail.received'],
        data: { 'mail.received': { isNewContact: true, isReply: false } },
      },
      steps: [{ id: 'mail', do: 'send_mail', template: 'of_source', once: 'per_source' }],
    },
  }),
  preset({
    key: 'idle_deal',
    name: 'Idle deal',
    description: 'Makes a task for the owner of a deal in which nothing happens for its stage’s idle days.',
    kind: 'deal',
    live: true,
    draft: {
      trigger: { on: 'event', events: ['deal.idle'] },
      steps: [
        {
          id: 'task',
          do: 'create_task',
          title: '{{idle.call|Call}}: {{deal.name}}',
          note: '{{idle.reason}}',
          dueInDays: 0,
        },
      ],
    },
  }),
  preset({
    key: 'hot_lead',
    name: 'Hot lead',
    description: 'Tells the owner of a lead who becomes hot, and makes a task.',
    kind: 'contact',
    draft: {
      trigger: { on: 'event', events: ['contact.hot'] },
      condition: { lifecycle: 'lead' },
      steps: [
        {
          id: 'tell',
          do: 'notify',
          users: ['record_owner'],
          text: '{{contact.firstName}} {{contact.lastName}} is a hot lead',
        },
        {
          id: 'task',
          do: 'create_task',
          title: 'Call {{contact.firstName|the lead}} {{contact.lastName}}',
          dueInDays: 0,
        },
      ],
    },
  }),
  preset({
    key: 'birthday',
    name: 'Birthday',
    description: 'Writes to a customer on their birthday. Choose a template.',
    kind: 'contact',
    draft: {
      trigger: { on: 'date', kind: 'contact', field: 'birthday', at: '09:00', yearly: true },
      condition: { lifecycle: 'customer' },
      steps: [{ id: 'mail', do: 'send_mail' }],
    },
  }),
  preset({
    key: 'win_back',
    name: 'Win back',
    description:
      'Makes a task of a customer who goes quiet. Choose a segment, such as customers whose `riskBand` is `high`.',
    kind: 'contact',
    draft: {
      trigger: { on: 'segment', turn: 'entered' },
      steps: [
        {
          id: 'task',
          do: 'create_task',
          title: 'Ask {{contact.firstName|the customer}} {{contact.lastName}} how they are',
          dueInDays: 7,
        },
      ],
    },
  }),
  preset({
    key: 'lost_deal_survey',
    name: 'Survey after a lost deal',
    description: 'Asks three days after a deal was lost what was missing. Choose a template.',
    kind: 'deal',
    draft: {
      trigger: { on: 'event', events: ['deal.moved'], data: { 'deal.moved': { status: 'lost' } } },
      steps: [
        { id: 'wait', do: 'wait', for: '3d' },
        { id: 'still', do: 'branch', if: { status: 'lost' }, yes: [{ id: 'mail', do: 'send_mail' }] },
      ],
    },
  }),
  preset({
    key: 'new_owner',
    name: 'New owner',
    description: 'Has whoever gets a contact get to know them.',
    kind: 'contact',
    draft: {
      trigger: { on: 'event', events: ['contact.updated'], fields: ['ownerId'] },
      condition: { ownerId: { $exists: true } },
      steps: [
        {
          id: 'task',
          do: 'create_task',
          title: 'Introduce yourself to {{contact.firstName}} {{contact.lastName}}',
          dueInDays: 2,
        },
        {
          id: 'tell',
          do: 'notify',
          users: ['record_owner'],
          text: '{{contact.firstName}} {{contact.lastName}} is yours now',
        },
      ],
    },
  }),
  preset({
    key: 'ticket_rating',
    name: 'Rating after a ticket',
    description: 'Asks a day after a ticket was closed how it went. Choose a template.',
    kind: 'ticket',
    draft: {
      trigger: { on: 'event', events: ['ticket.updated'], fields: ['status'] },
      condition: { status: 'closed' },
      steps: [
        { id: 'wait', do: 'wait', for: '1d' },
        { id: 'still', do: 'branch', if: { status: 'closed' }, yes: [{ id: 'mail', do: 'send_mail' }] },
      ],
    },
  }),
  preset({
    key: 'deal_rating',
    name: 'Rating after a won deal',
    description: 'Asks two weeks after a deal was won how it went. Choose a template.',
    kind: 'deal',
    draft: {
      trigger: { on: 'event', events: ['deal.moved'], data: { 'deal.moved': { status: 'won' } } },
      steps: [
        { id: 'wait', do: 'wait', for: '14d' },
        { id: 'mail', do: 'send_mail' },
      ],
    },
  }),
];

/** The id of a workspace's ready-made rule: the same whoever makes it. */
const presetId = (workspaceId: string, key: string): string => derivedId('rule', `${workspaceId}\n${key}`);

/** Of all that a workspace has, or had before somebody deleted them. */
export const presetIds = (workspaceId: string): string[] =>
  presets.map(({ key }) => presetId(workspaceId, key));

type Made = ReturnType<typeof publishRule> & { kind: GovernedKind };
/** A ready-made rule as it is made: a draft, or its first version, live. */
function made({ key, name, description, draft, kind, live }: Preset, by: Context) {
  const id = presetId(by.actor.workspaceId, key);
  const change = createRule({ name, description, draft }, by, { id, preset: key });
  if (!live) return { change, published: undefined };
  const { change: published, version } = publishRule(change.after, by);
  const after: Rule = { ...published.after, version: 1 };
  return {
    change: { ...change, after },
    published: { change: { ...change, after }, version, kind } satisfies Made,
  };
}

/** The ready-made rules that a workspace lacks, and its live rules with those among them that are live. */
export function missingPresets(live: LiveRules, by: Context) {
  const missing = presets.filter(({ key }) => !live.made.includes(key));
  const all = missing.map((one) => made(one, by));
  const published = all.flatMap((one) => one.published ?? []);
  const after = published.reduce((rules, { version, kind }) => liveWith(rules, version, kind, by.now), {
    ...live,
    version: live.version,
  });
  return {
    changes: all.map(({ change }) => change),
    versions: published.map(({ version }) => version),
    live: { ...after, version: live.version + 1, made: [...live.made, ...missing.map(({ key }) => key)] },
  };
}

/** What is live in a workspace whose ready-made rules were not made yet: they are when the first of them begins. */
export const presetsAsLive = (workspaceId: string): LiveRules => ({
  ...noRules,
  rules: presets.flatMap(({ key, live, kind, draft: { trigger, condition } }): LiveRule[] =>
    live
      ? [{ id: presetId(workspaceId, key), number: 1, trigger, kind, ...(condition && { condition }) }]
      : [],
  ),
});
