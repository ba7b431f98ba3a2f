import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Contact, contactRecord, patchContact } from '../../../shared/contacts/contact.ts';
import { fieldsOf, personal, withoutPersonal, withoutPersonalValues } from '../../../shared/core/personal.ts';
import { fieldChanges } from '../../../shared/core/record.ts';
import { forget } from '../../../shared/privacy/forget.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { aContact } from '../../fixtures/contact.ts';
import { noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aContext } from '../../helpers/context.ts';

const folding = { plusTag: true, gmailDots: true };

describe('a flag', () => {
  it('holds for the field alone, whatever other field has the same schema', () => {
    const text = z.string().optional();
    const shape = z.object({ name: personal(text), colour: text });
    expect(fieldsOf(shape)).toEqual([
      { path: 'name', isPersonal: true },
      { path: 'colour', isPersonal: false },
    ]);
  });

  it('stays when the field is described, made optional or given a default afterwards', () => {
    const shape = z.object({
      a: personal(z.string()).describe('A name.'),
      b: personal(z.string()).optional(),
      c: personal(z.array(z.string())).default([]),
      d: personal(z.string()).nullable(),
    });
    expect(fieldsOf(shape).every(({ isPersonal }) => isPersonal)).toBe(true);
  });
});

describe('a contact that is forgotten', () => {
  const full = aContact({
    company: 'Analytical Engines',
    phones: [{ number: '+4930901820' }],
    tags: ['fair'],
    custom: { budget: 12 },
    language: 'en',
    source: { kind: 'form', id: 'fm_1', pageUrl: 'https://acme.example/?ada', utm: { source: 'ada' } },
  });

  it('is nobody, with its place in the funnel, its owner and the kind of its source', () => {
    const after = forget(contactRecord, full, aContext())?.after;
    const { id, workspaceId, createdAt, lifecycle } = full;
    expect(after).toEqual({
      ...{ id, workspaceId, createdAt, lifecycle, version: 2, updatedAt: noon, erasedAt: noon },
      ...{ emails: [], phones: [], tags: [], custom: {}, source: { kind: 'form', id: 'fm_1' } },
      ...{ addresses: [], socialProfiles: [], consents: {} },
    });
  });

  it('has a change that says the names of its fields and none of their values', () => {
    const change = forget(contactRecord, full, aContext());
    const fields = withoutPersonalValues(Contact, fieldChanges(full, change?.after));
    expect(fields.firstName).toEqual({});
    expect(fields.source).toEqual({});
    expect(fields.erasedAt).toEqual({ before: undefined, after: noon });
    expect(JSON.stringify(fields)).not.toMatch(/Ada|ada|fair|Engines|4930/);
  });

  it('is forgotten once, and refuses to be anybody again', () => {
    const stub = forget(contactRecord, full, aContext())?.after as Contact;
    expect(forget(contactRecord, stub, aContext())).toBeUndefined();
    expect(() => patchContact(stub, { firstName: 'Ada' }, folding, aContext())).toThrow(
      expect.objectContaining({ code: 'contact_erased' }),
    );
  });

  it('keeps nothing of whatever words it had', () => {
    const word = fc.stringMatching(/^[a-z]{12}$/);
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const one = {
          ...full,
          firstName: a,
          jobTitle: b,
          tags: [c],
          custom: { k: a },
          emails: [{ address: b, key: c }],
        };
        const text = JSON.stringify(withoutPersonal(Contact, one as Contact));
        return ![a, b, c].some((each) => text.includes(each));
      }),
    );
  });
});

it('a task that is forgotten keeps its day and its owner, and a title that says why it has none', () => {
  const task = aTask({ title: 'Call Ada', note: 'at home', dueOn: '2026-12-01' });
  const after = forget(taskRecord, task, aContext())?.after;
  expect(after).toMatchObject({
    title: '(erased)',
    dueOn: '2026-12-01',
    status: task.status,
    version: task.version + 1,
  });
  expect(after).not.toHaveProperty('note');
});
