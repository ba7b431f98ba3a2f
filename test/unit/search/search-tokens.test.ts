import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactProjection } from '../../../shared/contacts/contact-projection.ts';
import { contactTexts } from '../../../shared/contacts/contact-search.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { dealProjection } from '../../../shared/deals/deal-projection.ts';
import { mostTokens, tokensOf } from '../../../shared/search/search-tokens.ts';
import { taskProjection } from '../../../shared/tasks/task-projection.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, contactId, dealId, monday as now } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';

const ada = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Müller Engines',
  emails: [{ address: 'Ada.Lovelace@engines.example', key: '' }],
  phones: [{ number: '+4930901820' }],
  jobTitle: 'Head of Engines',
  tags: ['fair'],
};
const texts = (over: Partial<Contact> = {}) => contactTexts({ ...ada, ...over });
const said = (over: Partial<Contact> = {}) =>
  tokensOf(texts(over)).map(({ direction, token }) => `${direction} ${token}`);
const long = Array.from(
  { length: 90 },
  (_, n) => `w${String.fromCharCode(97 + (n % 26))}${'x'.repeat(n % 7)}${n}`,
).join(' ');
const team = teamMemberKey(acme, ann);
const borrowed = new Map([
  [nameOf(team), { ...team, recordId: 'tm_01K00000000000000000000000', version: 1 }],
]);

describe('what a record is found by', () => {
  it('is its words, its names backwards, its address and its domain, its phone and that backwards: each once', () => {
    expect(said()).toEqual([
      'word lovelace',
      'word ada',
      'word muller',
      'word engines',
      'backwards ecalevol',
      'backwards ada',
      'backwards rellum',
      'backwards senigne',
      'word ada.lovelace@engines.example',
      'word engines.example',
      'phone 0281090394',
      'number 4930901820',
      'word head',
      'word of',
      'word fair',
    ]);
  });

  it('says by which fields, so that who may see none of them is not told', () => {
    const fields = Object.fromEntries(tokensOf(texts()).map(({ token, fields }) => [token, fields]));
    expect(fields).toMatchObject({
      lovelace: ['emails', 'lastName'],
      engines: ['company', 'jobTitle'],
      muller: ['company'],
    });
  });

  it('is no domain that is anybody’s, and no single Latin letter', () => {
    const all = said({ firstName: 'J', emails: [{ address: 'someone@gmail.com', key: '' }] });
    expect(all).toContain('word someone@gmail.com');
    expect(all).not.toContain('word gmail.com');
    expect(all).not.toContain('word j');
  });

  it('stays within the budget of entries however much a record says, and keeps its names', () => {
    const tokens = tokensOf(texts({ jobTitle: long, tags: long.split(' ') }));
    expect(tokens).toHaveLength(mostTokens);
    expect(tokens.map(({ token }) => token)).toEqual(
      expect.arrayContaining(['ada', 'lovelace', 'muller', '0281090394']),
    );
  });

  it('is at most ninety entries with those of the lists, two more a tag and one a key of duplicates, and fewer for a usual contact', () => {
    const filled = { ownerId: ann, jobTitle: long.slice(0, 200), tags: long.split(' ').slice(0, 50) };
    const contact = aContact({ ...ada, ...filled });
    const deal = aDeal({ ownerId: ann, name: long.slice(0, 200), contactId });
    const task = aTask({ ownerId: ann, title: long.slice(0, 300), note: long, contactId, dealId });
    const entriesOf = (
      projection: typeof contactProjection,
      kind: 'contact' | 'deal' | 'task',
      record: object & { id: string },
    ) =>
      projection.project({ record: { ...record, ...recordKey(acme, kind, record.id) }, borrowed, now })
        .entries;
    const all = [
      entriesOf(contactProjection, 'contact', contact),
      entriesOf(dealProjection, 'deal', deal),
      entriesOf(taskProjection, 'task', task),
    ];
    const isOfTag = ({ pk }: { pk: string }) => pk.includes('#TAG#');
    const isOfDuplicates = ({ pk }: { pk: string }) => /#(?:MATCH|DUPLICATES)\b/.test(pk);
    for (const entries of all) {
      expect(entries.filter(isOfTag).length).toBeLessThanOrEqual(2 * 50);
      expect(entries.filter(isOfDuplicates).length).toBeLessThanOrEqual(24 + 1);
      const others = entries.filter((one) => !isOfTag(one) && !isOfDuplicates(one));
      expect(others.length).toBeLessThanOrEqual(90);
      expect(new Set(entries.map(nameOf)).size).toBe(entries.length);
      for (const { pk, sk } of entries) expect(Buffer.byteLength(`${pk}${sk}`)).toBeLessThan(600);
    }
    const usual = entriesOf(
      contactProjection,
      'contact',
      aContact({ ...ada, company: 'Engines', jobTitle: undefined, tags: [], ownerId: ann }),
    );
    expect(usual.filter((one) => !isOfDuplicates(one)).length).toBeLessThanOrEqual(45);
  });

  it('of any contact at all is made without an error', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const words = fc.record({
      firstName: text,
      lastName: text,
      company: text,
      jobTitle: text,
      tags: fc.array(text),
    });
    fc.assert(
      fc.property(words, fc.emailAddress(), (given, address) => {
        const tokens = tokensOf(contactTexts({ ...given, emails: [{ address, key: '' }] }));
        for (const { token } of tokens) {
          expect(token).not.toBe('');
          expect(token).not.toContain('#');
          expect(token.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

it('an erased deal or task is found by nothing', () => {
  const erasedAt = '2026-11-20T00:00:00.000Z';
  const search = ({ pk }: { pk: string }) => pk.includes('#SEARCH#');
  const deal = aDeal({ name: '(erased)', erasedAt });
  const task = aTask({ title: '(erased)', erasedAt });
  expect(
    dealProjection
      .project({ record: { ...deal, ...recordKey(acme, 'deal', deal.id) }, borrowed, now })
      .entries.some(search),
  ).toBe(false);
  expect(
    taskProjection
      .project({ record: { ...task, ...recordKey(acme, 'task', task.id) }, borrowed, now })
      .entries.some(search),
  ).toBe(false);
});
