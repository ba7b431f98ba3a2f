import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../web/console/src/screens/settings/audit/audit-search.ts';
import { keyOf, orderBetween } from '../../../web/console/src/screens/settings/fields/field-values.ts';
import { patchOf, refusedLines } from '../../../web/console/src/screens/settings/mail/mail-values.ts';
import { conflictsOf, rebased, withField } from '../../../web/console/src/screens/settings/parts/draft.ts';
import { sentStages, stageId } from '../../../web/console/src/screens/settings/pipelines/stages.ts';
import {
  canReach,
  levelOf,
  rightsOf,
  warningsOf,
  withLevel,
  withReach,
} from '../../../web/console/src/screens/settings/roles/policy.ts';

const saved = { version: 1, values: { name: 'Sales', members: ['ada'], note: '' } };

describe('a draft', () => {
  test('holds what was changed, and forgets what was changed back', () => {
    const draft = withField(saved, {}, 'members', ['ada', 'ben']);
    expect(draft).toEqual({ members: ['ada', 'ben'] });
    expect(withField(saved, draft, 'members', ['ada'])).toEqual({});
  });
  test('conflicts only where both have changed the same to something else', () => {
    const draft = { name: 'Sellers', note: 'mine' };
    const theirs = { version: 2, values: { name: 'Vendors', members: ['ben'], note: '' } };
    expect(conflictsOf(saved, theirs, draft)).toEqual(['name']);
    expect(rebased(theirs, draft)).toEqual(draft);
  });
  test('is none where the other made it the same', () => {
    const theirs = { version: 2, values: { ...saved.values, name: 'Sellers' } };
    expect(conflictsOf(saved, theirs, { name: 'Sellers' })).toEqual([]);
    expect(rebased(theirs, { name: 'Sellers' })).toEqual({});
  });
});

describe('stages', () => {
  test('a new one gets an id of its name that no other has', () => {
    expect(stageId('Größe prüfen!', [])).toBe('grosse-prufen');
    expect(stageId('Won', ['won'])).toBe('won-2');
    expect(stageId('42', [])).toBe('stage');
  });
  test('those that are there keep their ids, and only open ones go idle', () => {
    const open = { id: 'new', name: 'Neu', kind: 'open', probability: 0.1, requiredFields: [] } as const;
    const there = { ...open, requiredFields: [], idleDays: 3 };
    const made = { ...there, id: '+1', name: 'New', kind: 'won' as const };
    expect(sentStages([there, made], [there])).toEqual([
      there,
      { id: 'new-2', name: 'New', kind: 'won', probability: 0.1, requiredFields: [] },
    ]);
  });
});

describe('a role', () => {
  const nothing = rightsOf({} as never, 'deal');
  test('edits, deletes and exports nothing further than it reads', () => {
    const all = withReach(withReach(nothing, 'read', 'all'), 'edit', 'all');
    expect(withReach(all, 'read', 'own')).toMatchObject({ read: 'own', edit: 'own', delete: 'none' });
    expect(canReach(nothing, 'export', 'own')).toBe(false);
    expect(canReach(nothing, 'create', 'all')).toBe(true);
  });
  test('who writes a setting reads it', () => {
    expect(withLevel(['keys:read', 'forms:read'], 'keys', 'write')).toEqual([
      'forms:read',
      'keys:read',
      'keys:write',
    ]);
    expect(levelOf(['keys:read'], 'keys')).toBe('read');
    expect(withLevel(['keys:read', 'keys:write'], 'keys', 'none')).toEqual([]);
  });
  test('that reads mails but not every contact whole is told that they stay closed', () => {
    const policy = { records: {} as never, fields: { contact: {}, deal: {}, task: {} } };
    expect(warningsOf({ ...policy, settings: ['mail:read', 'roles:write'] })).toEqual([
      'roles:write',
      'closed',
    ]);
  });
});

describe('with whom mail is never kept', () => {
  const lines = ['law.example', 'ada@law.example', '@clinic.example'];
  test('is one list, sent as addresses and domains', () => {
    const neverLog = { addresses: ['ada@law.example'], domains: ['law.example', '@clinic.example'] };
    expect(patchOf({ neverLog: lines })).toEqual({ neverLog });
    expect(patchOf({ marketingCap: null })).toEqual({ marketingCap: null });
  });
  test('names the lines that were refused', () => {
    const pointers = ['/neverLog/domains/1', '/neverLog/addresses/0', '/neverLog', '/name'];
    expect(refusedLines(lines, pointers)).toEqual(['@clinic.example', 'ada@law.example']);
  });
});

test('a key is made of a label as programs write names', () => {
  expect(keyOf('Shoe size')).toBe('shoeSize');
  expect(keyOf('2. Année préférée')).toBe('anneePreferee');
});
test('a field that is put between two others stands there', () => {
  expect(orderBetween(1, 2)).toBe(1.5);
  expect(orderBetween(undefined, 1)).toBe(0);
  expect(orderBetween(3, undefined)).toBe(4);
});
test('the days of the log are whole days of the workspace’s time zone', () => {
  expect(spanOf({ from: '2026-11-28', to: '2026-11-28' }, 'Europe/Berlin')).toEqual({
    from: '2026-11-27T23:00:00.000Z',
    to: '2026-11-28T23:00:00.000Z',
  });
});
