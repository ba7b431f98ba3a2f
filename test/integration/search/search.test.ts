import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/search/api.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { searchRoute } from '../../../shared/search/search-routes.ts';
import { type Task, taskRecord } from '../../../shared/tasks/task.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { aTask } from '../../fixtures/task.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const contact = (over: Partial<Contact>) =>
  keep(contactRecord, aContact({ id: newId('contact'), emails: [], firstName: undefined, ...over }));
const deal = (over: Partial<Deal>) => keep(dealRecord, aDeal({ id: newId('deal'), ...over }));
const task = (over: Partial<Task>) => keep(taskRecord, aTask({ id: newId('task'), ...over }));
const address = (text: string) => [{ address: text, key: text.toLowerCase() }];
const phone = (number: string) => [{ number }];

const made: Record<string, string> = {};
async function make(name: string, record: Promise<{ id: string }>) {
  made[name] = (await record).id;
}

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ country: 'DE' }));
  await make(
    'ada',
    contact({
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Analytical Engines',
      jobTitle: 'Countess',
      tags: ['mathematics'],
      emails: address('Ada.Byron@engines.example'),
      phones: phone('+4930901820'),
    }),
  );
  await make(
    'jose',
    contact({ firstName: 'José', lastName: 'Müller', updatedAt: '2026-11-18T09:00:00.000Z' }),
  );
  await make(
    'jürgen',
    contact({ firstName: 'Jürgen', lastName: 'Mueller', updatedAt: '2026-11-19T09:00:00.000Z' }),
  );
  await make('strauß', contact({ firstName: 'Botho', lastName: 'Strauß' }));
  await make('kjær', contact({ firstName: 'Søren', lastName: 'Kjær' }));
  await make('li', contact({ firstName: '明', lastName: '李' }));
  await make('obrien', contact({ firstName: 'Conan', lastName: 'O’Brien' }));
  await make('mary', contact({ firstName: 'Mary', lastName: 'Lovelock', company: 'Lovelace Ltd' }));
  await make('lovelaceMail', contact({ lastName: 'Gordon', emails: address('lovelace@mail.example') }));
  await make('lovelaceTag', contact({ lastName: 'Noel', tags: ['Lovelace'] }));
  await make('deal', deal({ name: 'Difference engine No. 2 for 2027' }));
  await make('task', task({ title: 'Send the offer', note: 'With spring prices for Babbage.' }));
  await settleAll();
});

const names = (ids: string[]) => ids.map((id) => Object.keys(made).find((name) => made[name] === id));
async function ask(q: string, query: Record<string, string> = {}) {
  const { status, body } = await call(handler, searchRoute, { query: { q, ...query } });
  expect(status).toBe(200);
  return body;
}
const found = async (q: string, query = {}) =>
  names((await ask(q, query)).items.map(({ record }) => record.id)).sort();
const ranked = async (q: string) => names((await ask(q)).items.map(({ record }) => record.id));

describe('a search', () => {
  it.each([
    ['a word', 'countess', ['ada']],
    ['a beginning', 'analyt', ['ada']],
    ['case and accents folded', 'JOSE', ['jose']],
    ['accents that were typed and are not there', 'Lövelock', ['mary']],
    ['an umlaut', 'Müller', ['jose', 'jürgen']],
    ['an umlaut written out', 'mueller', ['jose', 'jürgen']],
    ['an umlaut left out', 'muller', ['jose', 'jürgen']],
    ['the beginning of an umlaut written out', 'mue', ['jose', 'jürgen']],
    ['ss for ß', 'strauss', ['strauß']],
    ['ß for ss', 'Strauß', ['strauß']],
    ['Danish letters', 'kjaer', ['kjær']],
    ['a letter of Danish', 'soren', ['kjær']],
    ['an ideograph', '李', ['li']],
    ['an apostrophe left out', 'obrien', ['obrien']],
    ['another apostrophe', "O'Brien", ['obrien']],
    ['an address', 'ada.byron@engines.example', ['ada']],
    ['an address in another case', 'ADA.Byron@Engines.example', ['ada']],
    ['the beginning of an address', 'ada.byr', ['ada']],
    ['a word of an address', 'byron', ['ada']],
    ['a domain', 'engines.example', ['ada']],
    ['a domain behind an @', '@engines.example', ['ada']],
    ['a number in E.164', '+4930901820', ['ada']],
    ['a number as it is written', '+49 (0)30 90-18-20', ['ada']],
    ['a number without its country code', '030 901820', ['ada']],
    ['the first digits of a number', '030 90-18', ['ada']],
    ['the first digits of a number with its country code', '+49 30 901', ['ada']],
    ['a number dialled from abroad', '0049 30 901820', ['ada']],
    ['its last digits', '1820', ['ada']],
    ['a number that is a word', '2027', ['deal']],
    ['a deal', 'difference', ['deal']],
    ['a task', 'offer', ['task']],
    ['a task by its note', 'babbage', ['task']],
    ['across kinds', 'engine', ['ada', 'deal']],
    ['several words in any order', 'engines ada', ['ada']],
    ['several words of which one is not there', 'ada babbage', []],
    ['beginnings of several words', 'lov ana', ['ada']],
    ['a typo in one of two words', 'ada lovelaze', ['ada']],
    ['nothing that is there', 'zzyzx', []],
    ['no word at all', '-- !', []],
    ['one Latin letter', 'x', []],
  ])('finds by %s: %s', async (_, q, expected) => {
    expect(await found(q)).toEqual([...expected].sort());
  });

  it.each(['cuontess', 'countesss', 'ountess', 'countesz', 'couness'].map((q) => [q]))(
    'of %s, a typo of a word that stands in no name, finds it where its beginning is whole',
    async (q) => {
      expect(await found(q)).toEqual(/^coun/.test(q) ? ['ada'] : []);
    },
  );

  it.each(['bohto', 'otho', 'btho', 'botoh', 'botjo', 'xbotho', 'bothox', 'both', 'obtho', 'bottho'])(
    'of %s finds Botho, one letter away',
    async (q) => {
      expect(await found(q)).toEqual(['strauß']);
    },
  );

  it.each(['oJse', 'jsoe', 'joes', 'jose', 'kose', 'jpse', 'joze', 'josx', 'xjose', 'jjose'])(
    'of %s finds José, of whom four letters are known',
    async (q) => {
      expect(await found(q)).toContain('jose');
    },
  );

  it('puts the exact word before its beginning before a typo, names before companies before addresses', async () => {
    expect(await ranked('lovelace')).toEqual(['ada', 'mary', 'lovelaceMail', 'lovelaceTag']);
    expect((await ranked('lovelac')).at(0)).toBe('ada');
    expect((await ranked('engines lovel')).at(0)).toBe('ada');
  });

  it('puts what was changed last first among equals', async () => {
    expect(await ranked('muller')).toEqual(['jürgen', 'jose']);
  });

  it('says why it found', async () => {
    const { items } = await ask('ada 1820');
    expect(items).toMatchObject([
      {
        type: 'contact',
        record: { id: made.ada, lastName: 'Lovelace' },
        matched: [
          { field: 'firstName', text: 'Ada' },
          { field: 'phones', text: '+4930901820' },
        ],
      },
    ]);
  });

  it('keeps to the kinds that were asked for', async () => {
    expect(await found('engine', { types: 'deal,task' })).toEqual(['deal']);
    const { status } = await call(handler, searchRoute, { query: { q: 'engine', types: 'activity' } });
    expect(status).toBe(400);
  });

  it('shows at most as many as asked for, and says that there are more', async () => {
    expect(await ask('engine', { limit: '1' })).toMatchObject({ items: [{}], complete: false });
    expect(await ask('engine', { limit: '2' })).toMatchObject({ items: [{}, {}], complete: true });
  });
});
