import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { acceptSubmission } from '../../../shared/forms/accept.ts';
import { fillContact, type Wanted, wantedOf } from '../../../shared/forms/fill.ts';
import { createForm, type Form, NewForm } from '../../../shared/forms/form.ts';
import { dealName, startingStage } from '../../../shared/forms/form-deal.ts';
import { postedOfJson, valuesOf } from '../../../shared/forms/posted.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ann, ben } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aContext } from '../../helpers/context.ts';
import { quoteForm } from '../../helpers/form-world.ts';

const by = aContext();
const folding = { plusTag: true, gmailDots: true };
const aForm = (over: object = {}): Form => createForm(NewForm.parse({ ...quoteForm, ...over }), by).after;
const fill = (old: Contact | undefined, wanted: Wanted, form = aForm(), ownerId?: string) =>
  fillContact({ form, folding, source: { kind: 'form' }, ownerId }, old, wanted, by);

describe('a public form', () => {
  it.each(['jörg@müller.de', 'a&b@x.org', '.ada@x.org', 'a..b@x.org'])(
    'loses no lead for an address that it lets in: %s',
    (email) => {
      const values = valuesOf(aForm(), postedOfJson({ email }));
      const { contact } = fill(undefined, wantedOf(aForm(), values));
      expect(contact.emails).toMatchObject([{ address: email }]);
      expect(contactRecord.schema.parse(contact)).toEqual(contact);
    },
  );

  const Target = fc.constantFrom('firstName', 'company', 'jobTitle', 'custom.x', 'custom.y');
  const Wishes = fc.dictionary(
    Target,
    fc.string({ minLength: 1, maxLength: 20 }).map((text) => `v${text.trim()}`),
  );
  it('never changes what a contact has, and loses nothing: each value is on the contact or waits', () =>
    fc.assert(
      fc.property(Wishes, Wishes, (has, wants) => {
        const { contact: old } = fill(undefined, has);
        const { contact, differing } = fill(old, wants);
        const at = (one: Contact, target: string) =>
          target.startsWith('custom.') ? one.custom[target.slice(7)] : one[target as 'company'];
        for (const [target, value] of Object.entries(has)) expect(at(contact, target)).toBe(value);
        for (const [target, value] of Object.entries(wants))
          expect([at(contact, target), differing[target]]).toContain(value);
      }),
    ));

  it('writes nothing where there is nothing to fill', () => {
    const contact = aContact({ tags: ['web'], ownerId: ann });
    const { change, differing } = fill(contact, { firstName: 'Ada' }, aForm({ tags: ['web'] }), ben);
    expect(change).toBeUndefined();
    expect(differing).toEqual({});
  });

  it('gives a contact an owner and its tags where they lack, and takes no owner away', () => {
    const form = aForm({ tags: ['web'] });
    expect(fill(aContact(), {}, form, ben).contact).toMatchObject({ ownerId: ben, tags: ['web'] });
    expect(fill(aContact({ ownerId: ann }), {}, form, ben).contact.ownerId).toBe(ann);
  });

  it('leaves on the submission what a contact has no room for', () => {
    const custom = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`old${i}`, 'x'.repeat(5000)]));
    const { contact, differing } = fill(aContact({ custom }), {
      'custom.more': 'y'.repeat(3000),
      company: 'Small',
    });
    expect(contact.company).toBe('Small');
    expect(Object.keys(differing)).toEqual(['custom.more']);
  });

  it('is not misled by a field with the name of an object’s own parts', () => {
    const fields = [{ name: 'constructor', label: 'C', target: 'custom.constructor' }];
    expect(wantedOf(aForm({ fields }), {})).toEqual({});
    const wanted = wantedOf(aForm({ fields }), { constructor: 'x' } as never);
    expect(fill(aContact(), wanted).contact.custom).toEqual({ constructor: 'x' });
  });

  it('types a custom value by its field', () => {
    const fields = [
      { name: 'n', label: 'N', type: 'number', target: 'custom.n' },
      { name: 'box', label: 'Box', type: 'checkbox', target: 'custom.box' },
      { name: 'many', label: 'Many', target: 'custom.many' },
      { name: 'message', label: 'M', target: 'message' },
    ];
    const values = { n: '1.5', box: 'on', many: ['a', 'b'], message: 'Hi' };
    expect(wantedOf(aForm({ fields }), values)).toEqual({
      'custom.n': 1.5,
      'custom.box': true,
      'custom.many': ['a', 'b'],
    });
  });
});

describe('accepting', () => {
  const activity = anActivity({
    kind: 'form_submission',
    submission: {
      formId: 'fm_01K00000000000000000000000',
      values: {},
      differing: { company: 'New', phone: '+4930901820', 'custom.n': 2 },
    },
  });
  const contact = aContact({ company: 'Old', phones: [{ number: '+4930123456' }], custom: { n: 1, m: 1 } });
  it('puts the chosen on the contact, adds a phone before those it has, and leaves the rest to wait', () => {
    const taken = acceptSubmission(activity, contact, ['phone', 'custom.n', 'phone'], folding, by);
    expect(taken.contact).toMatchObject({
      company: 'Old',
      phones: [{ number: '+4930901820' }, { number: '+4930123456' }],
      custom: { n: 2, m: 1 },
    });
    expect(taken.changes[1]?.after).toMatchObject({
      submission: { differing: { company: 'New' }, accepted: ['phone', 'custom.n'] },
    });
  });
  it('refuses what the submission never said', () =>
    expect(() => acceptSubmission(activity, contact, ['company', 'toString'], folding, by)).toThrow(
      expect.objectContaining({ more: { errors: [expect.objectContaining({ pointer: '/fields/1' })] } }),
    ));
});

describe('the deal of a form', () => {
  const pipeline = aPipeline();
  it.each([
    [undefined, 'new'],
    ['contacted', 'contacted'],
    ['proposal', 'new'], // it asks for an amount
    ['won', 'new'],
    ['gone', 'new'],
  ])('with stage %s starts in %s', (stageId, starts) => {
    const form = { ...aForm(), opensDeal: { stageId } };
    expect(startingStage(form, pipeline, true)?.id).toBe(starts);
  });
  it('starts nowhere where every stage asks for more: the lead is kept without it', () => {
    const stages = pipeline.stages.map((stage) => ({ ...stage, requiredFields: ['ownerId' as const] }));
    const form = { ...aForm(), opensDeal: {} };
    expect(startingStage(form, { ...pipeline, stages }, false)).toBeUndefined();
    expect(startingStage(form, { ...pipeline, stages }, true)?.id).toBe('new');
  });
  it.each([
    [undefined, 'Quote: Ada'],
    ['{{company}} / {{ email }}', '/ a@x.org'],
    ['{{constructor}}', 'Ada'],
    ['{{form}}'.repeat(100), 'Quote'.repeat(40)],
  ])('by the template %s is called %s', (template, name) =>
    expect(dealName(template, { name: 'Ada', email: 'a@x.org', form: 'Quote' })).toBe(name),
  );
});

describe('a form’s fields', () => {
  const two = (one: object, other: object) => () =>
    aForm({
      fields: [
        { name: 'a', label: 'A', target: 'company', ...one },
        { name: 'b', label: 'B', target: 'email', ...other },
      ],
    });
  const at = (pointer: string) =>
    expect.objectContaining({ more: { errors: [expect.objectContaining({ pointer })] } });
  it('have a name and a target each of their own, and no more room than their target', () => {
    expect(two({}, { name: 'a' })).toThrow(at('/fields/1/name'));
    expect(two({}, { target: 'company' })).toThrow(at('/fields/1/target'));
    expect(two({ name: 'homepage' }, {})).toThrow(at('/honeypot'));
    expect(two({}, { maxLength: 255 })).toThrow(at('/fields/1/maxLength'));
    expect(two({}, { maxLength: 254 })).not.toThrow();
  });
});
