import { Activity, activityRecord } from '../../shared/activities/activity.ts';
import { Company, companyRecord } from '../../shared/companies/company.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import type { IdKind } from '../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../shared/deals/deal.ts';
import { defaultStages } from '../../shared/deals/pipeline.ts';
import { User, userRecord } from '../../shared/identity/user.ts';
import { Link, linkRecord } from '../../shared/links/link.ts';
import { Order, orderRecord } from '../../shared/orders/order.ts';
import { Segment, segmentRecord } from '../../shared/segments/segment.ts';
import { taskRecord } from '../../shared/tasks/task.ts';
import { anActivity } from '../fixtures/activity.ts';
import { aContact } from '../fixtures/contact.ts';
import { aDeal } from '../fixtures/deal.ts';
import { acme, ann, ben, monday } from '../fixtures/ids.ts';
import { aTask } from '../fixtures/task.ts';
import { benchCondition, benchSegmentId } from './bench-segment.ts';
import { row } from './load.ts';

const prefixes: Partial<Record<IdKind, string>> = {
  contact: 'ct',
  company: 'cm',
  deal: 'dl',
  activity: 'ac',
  task: 'tk',
  order: 'or',
  link: 'lk',
};
/** A contact's telephone number. */
export const benchPhone = (n: number) => `+49309018${String(n).padStart(5, '0')}`;
/** As long as a real one, and always the same. */
export const benchId = (kind: IdKind, n: number) => `${prefixes[kind]}_01KB${String(n).padStart(22, '0')}`;
const moment = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const stages = defaultStages.map(({ id, kind }) => ({ id, kind }));

/** In turn: Ann's, Ben's of the same team, nobody's, and somebody's outside. */
const owners = [ann, ben, undefined, `us_01K${'0THER'.padStart(23, '0')}`];

function company(n: number) {
  const base = { workspaceId: acme, version: 1, createdAt: moment(n), updatedAt: moment(n) };
  const ownerId = owners[n % owners.length];
  return Company.parse({ ...base, id: benchId('company', n), name: `Engines ${n}`, ownerId });
}

function deal(n: number): Deal {
  const { id: stageId, kind: status } = stages[n % stages.length] ?? { id: 'new', kind: 'open' as const };
  const contactId = benchId('contact', n);
  const at = moment(n);
  const ownerId = owners[n % owners.length];
  return aDeal({
    id: benchId('deal', n),
    ownerId,
    stageId,
    status,
    contactId,
    stageEnteredAt: at,
    createdAt: at,
  });
}

const user = (id: string, name: string) => {
  const base = { id, workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  return row(userRecord, User.parse({ ...base, name, email: `${name}@acme.test`, roles: ['rep'] }));
};

function order(n: number) {
  const base = { workspaceId: acme, version: 1, createdAt: moment(n), updatedAt: moment(n) };
  const contactId = benchId('contact', n % 10 === 0 ? 0 : n);
  const money = { currency: 'EUR', amountCents: 5 };
  return Order.parse({ ...base, ...money, id: benchId('order', n), contactId, placedAt: moment(n) });
}

/** The first contact decides on sixty deals. */
const links = Array.from({ length: 60 }, (_, n) => {
  const base = { workspaceId: acme, version: 1, createdAt: moment(n), updatedAt: moment(n) };
  const ends = { fromId: benchId('contact', 0), toId: benchId('deal', n + 100) };
  return row(linkRecord, Link.parse({ ...base, ...ends, id: benchId('link', n), label: 'decides_on' }));
});
const segment = Segment.parse({
  ...{ workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday },
  ...{ id: benchSegmentId, name: 'Met at a fair', of: 'contact', condition: benchCondition },
});

/** `size` contacts, companies, deals, activities, tasks and orders; the first contact has every tenth activity and order. */
export function worldOf(size: number) {
  const numbers = Array.from({ length: size }, (_, n) => n);
  const rows = numbers.flatMap((n) => {
    const address = `person${n}@example.com`;
    const contact = aContact({
      id: benchId('contact', n),
      ownerId: owners[n % owners.length],
      createdAt: moment(n),
      emails: [{ address, key: address }],
      phones: [{ number: benchPhone(n) }],
      externalId: `erp-${n}`,
      ...(n % 2 === 0 && { tags: ['fair'] }),
    });
    const contactId = benchId('contact', n % 10 === 0 ? 0 : n);
    return [
      row(contactRecord, contact),
      row(companyRecord, company(n)),
      row(dealRecord, deal(n)),
      row(
        activityRecord,
        Activity.parse(anActivity({ id: benchId('activity', n), contactId, at: moment(n) })),
      ),
      row(orderRecord, order(n)),
      row(taskRecord, aTask({ id: benchId('task', n), contactId: benchId('contact', n) })),
    ];
  });
  return [user(ann, 'ann'), user(ben, 'ben'), row(segmentRecord, segment), ...links, ...rows];
}
