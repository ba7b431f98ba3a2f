import { describe, expect, it } from 'vitest';
import { type CheckedKind, checksOf } from '../../../shared/checks/checks.ts';
import { staleAt } from '../../../shared/checks/contact-findings.ts';
import type { Around } from '../../../shared/checks/finding.ts';
import { findingsOf } from '../../../shared/checks/findings-of.ts';
import { gradeOf, monthOver, turnAfter } from '../../../shared/checks/grade.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { ann, companyId, contactId, noon } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';

const found = (kind: CheckedKind, record: object, around: Partial<Around> = {}) =>
  findingsOf(kind, record as Item, { now: noon, required: [], ...around });
const checksIn = (kind: CheckedKind, record: object, around: Partial<Around> = {}) =>
  found(kind, record, around).findings.map(({ check }) => check);
const well = (over: object = {}) => aContact({ ownerId: ann, ...over });
const mails = (...addresses: string[]) => addresses.map((address) => ({ address, key: address }));

describe('a contact', () => {
  it.each([
    ['is well', {}, []],
    ['has no name', { firstName: undefined, lastName: undefined }, ['unnamed']],
    ['has one of two names', { firstName: undefined }, []],
    ['can be reached by nothing', { emails: [] }, ['unreachable']],
    ['has a phone', { emails: [], phones: [{ number: '+4930901820' }] }, []],
    ['is nobody’s', { ownerId: undefined }, ['unowned']],
    ['is shouted', { firstName: 'ADA', lastName: 'LOVELACE' }, ['miswritten']],
    ['has a family name with a particle', { lastName: 'van der Berg' }, []],
    ['is an advertisement', { firstName: 'https://win.example' }, ['unlikely']],
    ['is a number', { firstName: '4711' }, ['unlikely']],
    ['is not born yet', { birthday: '2031-02-01' }, ['unlikely']],
    ['is older than anybody', { birthday: '1815-12-10' }, ['unlikely']],
    ['is born in no known year', { birthday: '--12-10' }, []],
    ['mistypes where the mail is', { emails: mails('ada@gmial.com') }, ['mistyped']],
    ['bounces', { emails: [{ address: 'a@x.example', key: 'a@x.example', bouncedAt: noon }] }, ['bounced']],
    ['mistypes the ending', { emails: mails('ada@engines.con') }, ['mistyped']],
    ...['mail.de', 'mailo.com', 'aon.com', 'gm.com', 'key.com', 'bol.com', 'roger.com', 'yahoo.co.uk'].map(
      (domain) => [`has a mailbox at ${domain}`, { emails: mails(`ada@${domain}`) }, []] as const,
    ),
    ['is called as in Tbilisi', { firstName: 'გიორგი', lastName: 'ბერიძე' }, []],
    ['is called as in Ankara', { firstName: 'İBRAHİM', lastName: 'IŞIK' }, []],
    ['is called as in Tokyo', { firstName: '太郎', lastName: '山田' }, []],
    ['is called Vi', { firstName: 'vi' }, ['miswritten']],
    ['has a name with a sign', { firstName: 'Jo@nna' }, []],
    ['has a mailbox at a domain of her own', { emails: mails('ada@engines.example') }, []],
    ['is erased', { emails: [], firstName: undefined, lastName: undefined, erasedAt: noon }, []],
    ['lies in the trash', { emails: [], deletedAt: noon }, []],
  ] as const)('%s', (_, over, checks) => {
    expect(checksIn('contact', well(over))).toEqual(checks);
  });

  it('lacks fields that are required, each told by its key', () => {
    const { findings } = found('contact', well({ custom: { tariff: 'a' } }), {
      required: ['tariff', 'size'],
    });
    expect(findings).toEqual([{ check: 'required', fields: ['custom.size'] }]);
  });

  it('is mended as a PATCH says: the address that was meant, what is written as names are, no day of birth', () => {
    const emails = [...mails('ada@gmial.com'), { address: 'a@x.example', key: 'a@x.example', label: 'work' }];
    const { findings } = found('contact', well({ emails, firstName: 'ADA', birthday: '2031-02-01' }));
    expect(Object.fromEntries(findings.map(({ check, repair }) => [check, repair]))).toEqual({
      mistyped: { emails: [{ address: 'ada@gmail.com' }, { address: 'a@x.example', label: 'work' }] },
      miswritten: { firstName: 'Ada' },
      unlikely: { birthday: null },
    });
  });

  it('has no repair for a check of which a part needs somebody’s own words', () => {
    const { findings } = found('contact', well({ firstName: '4711', birthday: '2031-02-01' }));
    expect(findings).toEqual([{ check: 'unlikely', fields: ['firstName', 'birthday'] }]);
  });

  it('is stale a year after anything happened, in steps of thirty days from when it came', () => {
    const createdAt = '2025-01-01T00:00:00.000Z';
    expect(staleAt({ createdAt })).toBe('2026-01-26T00:00:00.000Z'); // 390 days
    expect(staleAt({ createdAt }, '2025-01-20T10:00:00.000Z')).toBe('2026-01-26T00:00:00.000Z');
    expect(staleAt({ createdAt }, '2025-03-01T10:00:00.000Z')).toBe('2026-03-27T00:00:00.000Z');
    const lead = well({ createdAt });
    expect(found('contact', lead, { now: '2026-01-25T23:59:59.999Z' })).toEqual({
      findings: [],
      turnsAt: '2026-01-26T00:00:00.000Z',
    });
    expect(checksIn('contact', lead, { now: '2026-01-26T00:00:00.000Z' })).toEqual(['stale']);
    expect(checksIn('contact', { ...lead, lifecycle: 'customer' })).toEqual([]);
    const spoken = { now: '2026-01-26T00:00:00.000Z', lastActivityAt: '2025-03-01T10:00:00.000Z' };
    expect(checksIn('contact', lead, spoken)).toEqual([]);
  });
});

describe('a deal', () => {
  const deal = (over: object = {}) => aDeal({ ownerId: ann, contactId, ...over });
  it.each([
    ['is well', {}, []],
    ['is of no customer', { contactId: undefined, companyId: undefined }, ['orphan']],
    ['is of a company', { contactId: undefined, companyId }, []],
    ['is nobody’s', { ownerId: undefined }, ['unowned']],
    ['is nobody’s, and over', { ownerId: undefined, status: 'won', amountCents: 5 }, []],
    ['is won for nothing', { status: 'won', amountCents: 0 }, ['unlikely']],
    ['is to close when nobody knows', { expectedCloseOn: '2099-01-01' }, ['unlikely']],
    ['was to close', { expectedCloseOn: '2026-11-20' }, ['overdue']],
    [
      'was to close, and its customer was erased',
      { expectedCloseOn: '2026-11-20', erasedAt: noon },
      ['overdue'],
    ],
    ['was to close, and did', { expectedCloseOn: '2026-11-20', status: 'lost' }, []],
  ] as const)('%s', (_, over, checks) => {
    expect(checksIn('deal', deal(over))).toEqual(checks);
  });

  it('is overdue once its day is over everywhere', () => {
    const one = deal({ expectedCloseOn: '2026-11-21' });
    expect(found('deal', one, { now: '2026-11-22T11:59:59.999Z' })).toEqual({
      findings: [],
      turnsAt: '2026-11-22T12:00:00.000Z',
    });
    expect(checksIn('deal', one, { now: '2026-11-22T12:00:00.000Z' })).toEqual(['overdue']);
  });

  it('keeps a day that its stage asks for, until somebody says another', () => {
    const late = deal({ expectedCloseOn: '2026-11-20' });
    const { findings } = found('deal', late, { stageAsks: ['expectedCloseOn'] });
    expect(findings).toEqual([{ check: 'overdue', fields: ['expectedCloseOn'] }]);
  });

  it('is not asked for what an erasure took out of its own fields', () => {
    expect(checksIn('deal', deal({ erasedAt: noon, custom: {} }), { required: ['tariff'] })).toEqual([]);
  });

  it('lacks what its stage asks for and what is required in one finding', () => {
    const around = { stageAsks: ['amountCents', 'contactId'], required: ['tariff'] };
    const { findings } = found('deal', deal({ amountCents: undefined }), around);
    expect(findings).toEqual([{ check: 'required', fields: ['amountCents', 'custom.tariff'] }]);
  });
});

it('of companies, tasks, orders and tickets what is nobody’s, of nobody, or cannot be is found', () => {
  const order = { placedAt: '2027-05-01T00:00:00.000Z', updatedAt: noon };
  for (const name of ['1848', '1&1', '24/7', '3+', '３６０', '٢٤', 'C@fé Luna', 'engines.example'])
    expect(checksIn('company', aCompany({ ownerId: ann, name }))).toEqual([]);
  expect(checksIn('company', aCompany({ ownerId: ann, name: 'www.spam.example' }))).toEqual(['unlikely']);
  expect(checksIn('task', aTask({ ownerId: undefined }))).toEqual(['unowned']);
  expect(checksIn('task', aTask({ ownerId: undefined, status: 'done' }))).toEqual([]);
  expect(checksIn('order', order)).toEqual(['unlikely', 'orphan']);
  expect(checksIn('ticket', { status: 'pending' })).toEqual(['unowned', 'orphan']);
  expect(checksIn('ticket', { status: 'solved', contactId })).toEqual([]);
});

it('no kind is found to be what it is not said to be checked for', () => {
  const broken: Record<CheckedKind, object> = {
    contact: well({ ...{ ownerId: undefined, emails: [], firstName: '4711', birthday: '2031-02-01' } }),
    company: aCompany({ ownerId: undefined, name: '---' }),
    deal: aDeal({
      ownerId: undefined,
      contactId: undefined,
      companyId: undefined,
      expectedCloseOn: '1999-01-01',
    }),
    task: aTask({ ownerId: undefined }),
    order: { placedAt: '2027-05-01T00:00:00.000Z', updatedAt: noon },
    ticket: { status: 'open' },
  };
  for (const [kind, record] of Object.entries(broken) as [CheckedKind, object][]) {
    const checks = checksIn(kind, record, { required: ['tariff'] });
    expect(checks).toContain('required');
    expect(Object.keys(checksOf[kind])).toEqual(expect.arrayContaining(checks));
  }
});

describe('a grade', () => {
  const counted = (records: number, faulty: number, duplicates = 0) => ({
    ...{ records, faulty, duplicates, found: {} },
  });
  it('is the share of the records that nothing is wrong with, never rounded up', () => {
    expect(gradeOf([counted(1000, 1), counted(999, 0)])).toBe(99.9);
    expect(gradeOf([counted(3, 1)])).toBe(66.6);
    expect(gradeOf([counted(10, 2, 3)])).toBe(50);
    expect(gradeOf([counted(1, 1, 5)])).toBe(0);
    expect(gradeOf([])).toBe(100);
  });

  it('comes at the turn of the month where the workspace is', () => {
    expect(monthOver('2026-11-30T22:59:59.999Z', 'Europe/Berlin')).toBe('2026-11-30T23:00:00.000Z');
    expect(monthOver('2026-11-30T23:00:00.000Z', 'Europe/Berlin')).toBe('2026-12-31T23:00:00.000Z');
    expect(monthOver('2026-10-15T00:00:00.000Z', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z');
    expect(monthOver('2028-02-10T00:00:00.000Z', 'UTC')).toBe('2028-03-01T00:00:00.000Z');
  });

  it('comes once a month, also where the workspace has moved to another time zone, and after a long stop', () => {
    const inTokyo = '2026-11-30T15:00:00.000Z';
    expect(turnAfter(inTokyo, inTokyo, 'America/Los_Angeles')).toBe('2027-01-01T08:00:00.000Z');
    expect(turnAfter(inTokyo, inTokyo, 'Asia/Tokyo')).toBe('2026-12-31T15:00:00.000Z');
    expect(turnAfter(inTokyo, '2027-03-10T00:00:00.000Z', 'Asia/Tokyo')).toBe('2027-03-31T15:00:00.000Z');
  });
});
