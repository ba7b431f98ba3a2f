import type {
  Company,
  Contact,
  Deal,
  Order,
  Permission,
  Product,
  Promise as PromiseRecord,
  Task,
  Ticket,
} from '../../../client/src/index.ts';

/** What each kind's record is. A promise has no page of its own; it stands on its deal and on tickets. */
export type RecordOf = {
  contact: Contact;
  company: Company;
  deal: Deal;
  task: Task;
  order: Order;
  product: Product;
  ticket: Ticket;
  promise: PromiseRecord;
};
export type Kind = keyof RecordOf;
/** A record of any kind, its fields by name. */
export type AnyRecord = { id: string; version: number; createdAt: string; updatedAt: string } & Record<
  string,
  unknown
>;

/** The path segment of a kind, in the API and in the console. */
export const plurals = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  task: 'tasks',
  order: 'orders',
  product: 'products',
  ticket: 'tickets',
  promise: 'promises',
} as const satisfies Record<Kind, string>;

/** The kinds that have a list and pages of their own, in the order in which they are offered. */
export const listedKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'order',
  'product',
  'ticket',
] as const satisfies readonly Kind[];
export type ListedKind = (typeof listedKinds)[number];

/** The kind by the segment of a path; undefined where there is none. */
export const kindOf = (plural: string): ListedKind | undefined =>
  listedKinds.find((kind) => plurals[kind] === plural);

type Act = 'read' | 'create' | 'edit' | 'delete' | 'export';
export const permissionFor = (kind: Kind, act: Act): Permission => `${plurals[kind]}:${act}`;

/** What a record is called in a line: never empty. */
export function titleOf(kind: Kind, record: AnyRecord): string {
  const text = (name: string) => (typeof record[name] === 'string' ? (record[name] as string) : '');
  const [mail] = (record.emails ?? []) as { address: string }[];
  const [phone] = (record.phones ?? []) as { number: string }[];
  const names = {
    contact: () =>
      [text('firstName'), text('lastName')].filter(Boolean).join(' ') || mail?.address || phone?.number,
    company: () => text('name'),
    deal: () => text('name'),
    task: () => text('title'),
    order: () => text('number'),
    product: () => text('name'),
    ticket: () => text('subject'),
    promise: () => text('text'),
  };
  return names[kind]() || record.id;
}
