import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { recordTypes } from '../../../functions/records/types/record-types.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type GovernedKind, governedKinds } from '../../../shared/core/policy.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { orderShape } from '../../../shared/orders/order-shape.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { promiseShape } from '../../../shared/promises/promise-shape.ts';
import { AnyRecord, recordBodies } from '../../../shared/records/any-record.ts';
import { relatedPk } from '../../../shared/records/list-entries.ts';
import {
  idsIn,
  type Reference,
  references,
  trashedRelatedPk,
  without,
} from '../../../shared/records/references.ts';
import { ticketShape } from '../../../shared/tickets/ticket-shape.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, monday, noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';

const kinds = Object.keys(recordTypes) as GovernedKind[];
const schemaOf = (kind: GovernedKind) => recordTypes[kind]?.of.schema as unknown as z.ZodType;

/** What stands inside optional, default, pipe and the like. */
function inner(schema: z.ZodType): z.ZodType {
  const { innerType, in: piped } = schema.def as { innerType?: z.ZodType; in?: z.ZodType };
  const next = innerType ?? piped;
  return next ? inner(next) : schema;
}
const samples = governedKinds.map((kind) => [kind, newId(kind, monday)] as const);
/** The one kind whose ids a text field takes. */
function namedKind(schema: z.ZodType): GovernedKind | undefined {
  const taken = samples.filter(([, id]) => schema.safeParse(id).success);
  return taken.length === 1 ? taken[0]?.[0] : undefined;
}
/** Every field that names a record of a governed kind: `field to`. */
function namingIn(schema: z.ZodType, path = ''): string[] {
  const bare = inner(schema);
  if (bare instanceof z.ZodObject)
    return Object.entries(bare.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      namingIn(field, path ? `${path}.${name}` : name),
    );
  if (bare instanceof z.ZodArray) return namingIn(bare.element as z.ZodType, path);
  const kind = bare instanceof z.ZodString ? namedKind(bare) : undefined;
  return kind && path !== 'id' ? [`${path} ${kind}`] : [];
}

const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
const fixtures: { [K in GovernedKind]?: () => object } = {
  contact: aContact,
  company: aCompany,
  deal: aDeal,
  task: aTask,
  activity: anActivity,
  ...Object.fromEntries(
    ([promiseShape, orderShape, ticketShape] as const).map(({ kind, example }) => [
      kind,
      () => ({ ...example.created, items: [], amountCents: 0, placedAt: monday, reopened: 0 }),
    ]),
  ),
};
const checked = references.filter(({ of, effect }) => fixtures[of] && recordTypes[of] && effect !== 'stays');
/** A record that names another by this field, and what its projection has of it. */
function projected({ of, field, to }: Reference, over: object) {
  const id = newId(to, monday);
  const own = newId(of, monday);
  const value = field.endsWith('s') ? [id] : id;
  const record = { ...fixtures[of]?.(), ...base, id: own, [field]: value, ...over };
  const stored = { ...record, ...recordKey(acme, of, own) };
  const { entries = [] } =
    projections[of.toUpperCase()]?.project({ record: stored as never, borrowed: new Map(), now: noon }) ?? {};
  const lists = entries.filter((entry) => entry.id === own).map(({ pk }) => pk);
  return { lists, to: { kind: to, id } };
}

describe('the registry of references', () => {
  it.each(kinds)('names every field of a %s by which it names another record', (kind) => {
    const registered = references.filter(({ of }) => of === kind).map(({ field, to }) => `${field} ${to}`);
    expect(registered.toSorted()).toEqual(namingIn(schemaOf(kind)).toSorted());
  });

  const inSight = checked.filter(({ field }) => field !== 'mergedInto'); // which only what is out of sight has
  it.each(inSight)('finds a $of by its $field: where a purge looks its list has it', (reference) => {
    const { lists, to } = projected(reference, {});
    const timeline = recordKey(acme, to.kind, to.id).pk; // an activity of a deal stands on its timeline alone
    expect(lists).toContain(reference.field === 'dealIds' ? timeline : relatedPk(acme, to, reference.of));
  });

  it.each(checked)('finds a $of by its $field in the trash, too', (reference) => {
    const { lists, to } = projected(reference, { deletedAt: noon });
    expect(lists).toContain(trashedRelatedPk(acme, to, reference.of));
  });

  it('takes an id out of a field and out of a list, and nothing else', () => {
    expect(without({ id: 'a', dealId: 'x' }, 'dealId', 'x')).toEqual({ id: 'a' });
    expect(without({ dealIds: ['x', 'y'] }, 'dealIds', 'x')).toEqual({ dealIds: ['y'] });
    expect(idsIn({ dealIds: ['x'] }, 'dealIds')).toEqual(['x']);
    expect(idsIn({}, 'dealIds')).toEqual([]);
  });
});

describe('a record in the trash', () => {
  it.each(kinds)('stands on no board, in no other list, in no sum, and is never idle: %s', (kind) => {
    const id = newId(kind, monday);
    const stored = { ...fixtures[kind]?.(), ...base, ...recordKey(acme, kind, id), id, deletedAt: noon };
    const seen = { record: stored as never, borrowed: new Map(), now: noon };
    const { entries, counters } = projections[kind.toUpperCase()]?.project(seen) ?? {};
    expect(counters).toEqual({});
    const elsewhere = entries?.filter(({ pk, reason }) => !/#TRASH(ED)?#/.test(pk) && reason !== 'purge');
    expect(elsewhere).toEqual([]);
    expect(entries?.length).toBeGreaterThan(1);
  });
  it.each(kinds)('has a body that the trash shows, for a %s', (kind) => {
    expect(recordBodies[kind]).toBeDefined();
  });
  it('is shown by the schema of its own kind', () => {
    const { workspaceId: _, ...company } = aCompany();
    expect(AnyRecord.parse({ ...company, name: 'Engines' })).toMatchObject({ name: 'Engines' });
  });
});
