import { describe, expect, it } from 'vitest';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { AuditLine, auditId, auditItems, byContext } from '../../../shared/audit/audit.ts';
import { auditEntry } from '../../../shared/audit/audit-entry.ts';
import type { StoredChange } from '../../../shared/audit/change-line.ts';
import { lineOfChange } from '../../../shared/audit/change-line.ts';
import { historyEntry } from '../../../shared/audit/history.ts';
import { idOf } from '../../../shared/core/ids.ts';
import { RolePolicy } from '../../../shared/core/policy.ts';
import { acme, ann, ben, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const admin = builtinPolicy('admin') as RolePolicy;
const policy = (over: object): RolePolicy => RolePolicy.parse({ ...admin, ...over });
const actorWith = (one: RolePolicy, userId = ben) => aContext({ userId, policy: one }).actor;

const change = (over: Partial<StoredChange> = {}): StoredChange => ({
  id: 'ch_01K0000000000000000000000A',
  workspaceId: acme,
  at: noon,
  kind: 'updated',
  of: 'contact',
  recordId: contactId,
  recordVersion: 2,
  by: { kind: 'user', id: ann },
  from: '192.0.2.1',
  fields: {
    firstName: { before: 'A', after: 'B' },
    phones: { after: [{ number: '+1' }] },
    custom: { before: { iban: 'X', shoe: 1 }, after: { iban: 'Y', shoe: 2 } },
  },
  ...over,
});
const shown = (one: RolePolicy, of = change()) => auditEntry(actorWith(one), lineOfChange(of), of);

describe('an audit line', () => {
  it('lies by its day, its actor and its record, under one sort key', () => {
    const line = lineOfChange(change());
    const sk = `${noon}#${line.id}`;
    expect(auditItems(acme, line).map(({ pk, sk: at }) => [pk, at])).toEqual([
      [`WS#${acme}#AUDIT#2026-11-22`, sk],
      [`WS#${acme}#AUDIT#ACTOR#${ann}`, sk],
      [`WS#${acme}#AUDIT#RECORD#${contactId}`, sk],
    ]);
    const { record: _, ...signIn } = line;
    expect(auditItems(acme, { ...signIn, action: 'session.signed_in' })).toHaveLength(2);
  });

  it('of a change holds no value', () => {
    expect(JSON.stringify(auditItems(acme, lineOfChange(change())))).not.toMatch(/\+1|iban|"A"|"B"/);
  });

  it('of no change has an id that repeats with its words, and with no others', () => {
    const id = auditId('session.signed_in', 'jti-1');
    expect(idOf('audit').safeParse(id).success).toBe(true);
    expect(auditId('session.signed_in', 'jti-1')).toBe(id);
    const others = [auditId('session.signed_out', 'jti-1'), auditId('session.signed_in', 'jti-', '1')];
    expect(others).not.toContain(id);
  });

  it('names the key and the place of a context only where there are some', () => {
    const by = aContext();
    expect(byContext(by)).toEqual({ at: noon, actor: { kind: 'user', id: ann }, cause: 'req-1' });
    const actor = { ...by.actor, keyId: 'ky_1', from: '192.0.2.1' };
    const line = { id: 'au_1', action: 'key.used', ...byContext({ ...by, actor }) };
    expect(AuditLine.parse(line)).toMatchObject({ from: '192.0.2.1', actor: { keyId: 'ky_1' } });
  });
});

describe('what a reader of the log sees of a change', () => {
  it('is all of it for who may read all', () => {
    expect(shown(admin)).toMatchObject({
      fields: ['custom', 'firstName', 'phones'],
      changes: change().fields,
    });
  });

  it('is nothing of hidden fields, not even their names', () => {
    const fields = { contact: { phones: 'hidden', 'custom.iban': 'hidden' }, deal: {}, task: {} };
    const entry = shown(policy({ fields }));
    expect(entry.fields).toEqual(['custom', 'firstName']);
    expect(entry.changes).toEqual({
      firstName: { before: 'A', after: 'B' },
      custom: { before: { shoe: 1 }, after: { shoe: 2 } },
    });
  });

  it('is names alone for who may not read every record of the kind', () => {
    const contact = { ...admin.records.contact, read: 'team' };
    const entry = shown(policy({ records: { ...admin.records, contact } }));
    expect(entry).toMatchObject({ withheld: true, fields: ['custom', 'firstName', 'phones'] });
    expect(entry).not.toHaveProperty('changes');
    const settings = admin.settings.filter((name) => name !== 'roles:read');
    const role = change({ of: 'role', recordId: 'rl_01K0000000000000000000000A' });
    expect(shown(policy({ settings }), role)).toMatchObject({ withheld: true });
    expect(shown(admin, role)).toHaveProperty('changes');
  });

  it('is not what a contact’s hidden fields are known by from its mails and posts', () => {
    const fields = { contact: { emails: 'hidden' }, deal: {}, task: {} };
    const activity = change({
      of: 'activity',
      recordId: 'ac_01K0000000000000000000000A',
      fields: {
        submission: { after: { values: { email: 'a@b.test' } } },
        dealIds: { before: [], after: [dealId] },
      },
    });
    expect(shown(policy({ fields }), activity).changes).toEqual({ dealIds: { before: [], after: [dealId] } });
  });

  it('says that a change is erased, and keeps who and when', () => {
    const line = lineOfChange(change());
    expect(auditEntry(actorWith(admin), line, undefined)).toEqual({ ...line, erased: true });
  });

  it('is never what Rapport keeps for itself', () => {
    const emails = { after: [{ address: 'A@b.test', key: 'a@b.test' }] };
    const entry = shown(
      admin,
      change({ fields: { emails, stageTimes: { after: {} }, hash: { before: 'x' } } }),
    );
    expect(entry.changes).toEqual({ emails: { before: undefined, after: [{ address: 'A@b.test' }] } });
  });
});

describe('a record’s history', () => {
  it('shows from where only to who may read the audit log', () => {
    const line = lineOfChange(change());
    const rep = aContext({ role: 'rep' }).actor;
    expect(historyEntry(rep, line, change())).not.toHaveProperty('from');
    expect(historyEntry(aContext().actor, line, change())).toMatchObject({ from: '192.0.2.1', version: 2 });
  });

  it('leaves out what is no change of the record', () => {
    const line = { ...lineOfChange(change()), action: 'export.made' as const };
    expect(historyEntry(aContext().actor, line, undefined)).toBeUndefined();
  });
});
