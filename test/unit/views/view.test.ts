import { describe, expect, it } from 'vitest';
import { createView, NewView, patchView, ViewPatch } from '../../../shared/views/view.ts';
import { viewProjection } from '../../../shared/views/view-projection.ts';
import { pipelineId } from '../../fixtures/ids.ts';
import { aView } from '../../fixtures/view.ts';
import { aContext } from '../../helpers/context.ts';

const by = aContext();
const make = (given: object) => createView(NewView.parse({ name: 'Mine', of: 'deal', ...given }), by).after;
const patched = (patch: object, view = aView()) => patchView(view, ViewPatch.parse(patch), by).after;
const code = (thrown: unknown) =>
  (thrown as { more: { errors: { pointer: string; code: string }[] } }).more.errors[0];
const faultOf = (given: object) => {
  try {
    make(given);
  } catch (error) {
    const { pointer, code: what } = code(error) ?? {};
    return [pointer, what];
  }
  return undefined;
};

describe('a view', () => {
  it('is its maker’s alone where nothing else is said, behind those that were made before', () => {
    const view = make({});
    expect(view).toMatchObject({ visibility: 'private', ownerId: by.actor.id, layout: 'table', columns: [] });
    expect(view.position).toBeGreaterThan(
      createView(NewView.parse({ name: 'x', of: 'deal' }), aContext({ now: '2026-11-16T09:00:00.000Z' }))
        .after.position,
    );
  });

  it.each([
    [{ of: 'contact', layout: 'board' }, '/layout', 'no_board'],
    [{ sort: 'score' }, '/sort', 'order_unknown'],
    [{ of: 'contact', pipelineId }, '/pipelineId', 'no_pipeline'],
    [
      { filter: { tags: { $in: Array.from({ length: 99 }, (_, n) => `${n}`.repeat(30)) } } },
      '/filter',
      'too_big',
    ],
  ])('is refused where it makes no sense: %#', (given, pointer, what) => {
    expect(faultOf(given)).toEqual([pointer, what]);
  });

  it.each([
    ['of no kind that has lists', { of: 'activity' }],
    ['that names a field twice', { columns: [{ field: 'name' }, { field: 'name' }] }],
    ['whose column is no field', { columns: [{ field: 'Name!' }] }],
    ['whose name is too long', { name: 'x'.repeat(101) }],
    ['that stands nowhere', { position: -1 }],
    ['that gives itself to another', { ownerId: 'us_01K0000000000000000000BEN0' }],
  ])('%s is refused', (_, given) => {
    expect(NewView.safeParse({ name: 'Mine', of: 'deal', ...given }).success).toBe(false);
  });

  it('has its filter and columns replaced as a whole, and cleared fields gone', () => {
    const view = aView({ filter: { amountCents: { $gte: 5 } }, sort: 'amount', direction: 'desc' });
    expect(patched({ filter: { status: 'open' }, columns: [] }, view)).toMatchObject({
      filter: { status: 'open' },
      columns: [],
      version: 2,
    });
    const cleared = patched({ filter: null, sort: null, direction: null }, view);
    expect(cleared).not.toHaveProperty('filter');
    expect(cleared).not.toHaveProperty('sort');
    expect(patched({ name: 'Other' }, view).filter).toEqual(view.filter);
  });
});

describe('where a view is listed', () => {
  const entriesOf = (over: object) => {
    const record = { ...aView(over), pk: 'p', sk: 's' };
    return viewProjection.project({ record, borrowed: new Map(), now: by.now });
  };

  it('is among the shared ones or among its owner’s, never both', () => {
    const own = entriesOf({});
    const shared = entriesOf({ visibility: 'shared' });
    expect([own.entries.length, shared.entries.length]).toEqual([1, 1]);
    expect(own.entries[0]?.pk).toBe(`${shared.entries[0]?.pk}#OWNER#${aView().ownerId}`);
    expect(Object.keys(own.counters)).not.toEqual(Object.keys(shared.counters));
  });

  it('stands by kind and position, whatever the numbers', () => {
    const positions = [0, 0.000001, 0.5, 9, 10, 1_795_000_000, 1e10];
    const keys = positions.map((position) => entriesOf({ position }).entries[0]?.sk ?? '');
    expect(keys.toSorted()).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
