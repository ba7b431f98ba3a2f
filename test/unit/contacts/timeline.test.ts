import { expect, test } from 'vitest';
import { shownEntry } from '../../../shared/activities/timeline.ts';

test('a change is shown without what Rapport keeps for itself', () => {
  const stored = {
    type: 'change',
    id: 'ch_1',
    at: '2026-11-22T12:00:00.000Z',
    kind: 'updated',
    by: { kind: 'user', id: 'us_1' },
    fields: {
      emails: { before: [], after: [{ address: 'Ada@x.example', label: 'work', key: 'ada@x.example' }] },
      stageTimes: { before: {}, after: {} },
      stageId: { before: 'new', after: 'won' },
    },
  };
  expect(shownEntry(stored)).toMatchObject({ id: 'ch_1', kind: 'updated' });
  expect(shownEntry(stored)).toHaveProperty('fields', {
    emails: { before: [], after: [{ address: 'Ada@x.example', label: 'work' }] },
    stageId: { before: 'new', after: 'won' },
  });
});

test('a change of addresses that were not there before says nothing of before', () => {
  const entry = { type: 'change', id: 'ch_1', at: '2026-11-22T12:00:00.000Z', kind: 'updated' };
  const cleared = { ...entry, by: { kind: 'user', id: 'us_1' }, fields: { ownerId: { before: 'us_1' } } };
  expect(shownEntry(cleared)).toHaveProperty('fields', { ownerId: { before: 'us_1' } });
});
