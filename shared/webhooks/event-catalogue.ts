import * as z from 'zod';
import { type GovernedKind, governedKinds } from '../core/policy.ts';

const verbs = ['created', 'updated', 'deleted', 'restored', 'purged'] as const;
type RecordEvent = `${GovernedKind}.${(typeof verbs)[number]}`;
const ofRecords = governedKinds.flatMap((kind) => verbs.map((verb): RecordEvent => `${kind}.${verb}`));
const ofDeeds = [
  'contact.merged',
  'contact.unmerged',
  'company.merged',
  'company.unmerged',
  'contact.hot',
  'deal.moved',
  'deal.idle',
  'task.reminder',
  'form.submitted',
  'mail.received',
  'mail.opened',
  'mail.clicked',
  'mail.bounced',
  'rating.given',
  'file.uploaded',
  'file.refused',
  'segment.entered',
  'segment.left',
] as const;

/** All that a webhook can be told of: a closed list. What Rapport's parts tell only each other is not on it. */
export const eventTypes: readonly (RecordEvent | (typeof ofDeeds)[number])[] = [...ofRecords, ...ofDeeds];
export const EventType = z.enum(eventTypes);
export type EventType = z.infer<typeof EventType>;
/** Of an attempt that a person asks for, to see that a target answers; nobody subscribes to it. */
export const pingType = 'webhook.ping';
/** Of a rule that names the webhook itself; nobody subscribes to it. */
export const ruleCalledType = 'rule.called';

/** What EventBridge hands on of them: every type, in the one version that there is, and nothing that is made up (`Context.quiet`). */
export const webhookPattern = {
  source: ['crm'],
  'detail-type': [...eventTypes],
  detail: { version: [1], quiet: [{ exists: false }] },
};

/** The kinds of record that these types tell of, and that a condition is therefore asked of. */
export const kindsOf = (types: readonly string[]): GovernedKind[] =>
  types.some((type) => type === '*' || /^(segment|file)\./.test(type))
    ? [...governedKinds]
    : governedKinds.filter((kind) => types.some((type) => subjectKindOf(type) === kind));

/** Deeds tell of a record by another name than their own; a segment's and a file's, of one of any kind. */
const subjects: Record<string, GovernedKind> = { form: 'contact', mail: 'contact', rating: 'contact' };
function subjectKindOf(type: string): string {
  const [noun = ''] = type.split('.');
  return subjects[noun] ?? noun;
}

const named = ['recordId', 'dealId', 'contactId', 'taskId'] as const;
/** The record that an event tells of, by which a condition decides. */
export function subjectOf(data: Record<string, unknown>): string | undefined {
  const id = named.map((name) => data[name]).find((value) => typeof value === 'string');
  return typeof id === 'string' ? id : undefined;
}
