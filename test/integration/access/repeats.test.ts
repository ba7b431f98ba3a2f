import { beforeAll, describe, expect, test } from 'vitest';
import { meter } from '../../../shared/platform/meter.ts';
import { type Asked, ask } from '../../helpers/access-ask.ts';
import {
  hasPermission,
  may,
  type RecordClass,
  recordClasses,
  unaskable,
  unknown,
  type Verdict,
  verdictOn,
} from '../../helpers/access-oracle.ts';
import { type PersonName, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { contactIds, type FreshKind, fresh, secretsOf, standing } from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));
const others = everyone.filter(({ name }) => name !== 'admin');
const told = ({ status, body }: Asked) => (status < 400 ? 'ok' : `${status} ${body.code}`);
const said = (verdict: Verdict) => (verdict === 'ok' ? 'ok' : `${verdict.status} ${verdict.code}`);

describe('an answer that is given again', () => {
  const steps: [FreshKind, string, object][] = [
    ['deal', 'moveDeal', { stageId: 'contacted' }],
    ['task', 'completeTask', {}],
  ];
  test.each(others)(
    'to somebody who has the role of $name by now is without what is hidden by now',
    async ({ name, person }) => {
      for (const [kind, operationId, body] of steps) {
        const params = { [`${kind}Id`]: await fresh(kind, 'own') };
        const headers = { 'idempotency-key': `${name}-${kind}` };
        const first = await ask('admin', operationId, { params, body, headers });
        expect(first.status).toBe(200);
        const again = await ask(name, operationId, { params, body, headers });
        const isOpen = hasPermission(person, `${kind}s:edit`) && may(person, kind, 'read', 'own');
        expect(isOpen ? again.leaks : []).toEqual([]);
      }
    },
  );
});

describe('a cursor', () => {
  const lists: [string, Record<string, string>, Record<string, string>][] = [
    ['listContacts', { sort: 'created' }, {}],
    ['listContacts', { sort: 'name' }, {}],
    ['listDeals', {}, {}],
    ['listDeals', { stageId: 'new' }, {}],
    ['listContactDeals', {}, { contactId: contactIds.nobodys }],
    ['listContactTimeline', {}, { contactId: contactIds.nobodys }],
    ['listTasks', { contactId: contactIds.nobodys }, {}],
    ['listActivities', { contactId: contactIds.nobodys }, {}],
    ['listAudit', {}, {}],
  ];
  test.each(others)(
    'of an administrator’s page shows $name nothing that is out of reach',
    async ({ name }) => {
      for (const [operationId, query, params] of lists) {
        const first = await ask('admin', operationId, { query: { ...query, limit: '1' }, params });
        const { cursor } = first.body as unknown as { cursor: string };
        expect(cursor).toBeDefined();
        const asked = await ask(name, operationId, { query: { ...query, limit: '100', cursor }, params });
        expect({ operationId, leaks: asked.leaks }).toEqual({ operationId, leaks: [] });
        expect([200, 400, 403, 404]).toContain(asked.status);
        if (asked.status === 400) expect(asked.body.code).toBe('cursor_invalid');
      }
    },
  );
});

const scoped = [
  ['contact', 'listContacts', { sort: 'created' }],
  ['deal', 'listDeals', {}],
  ['deal', 'listDeals', { stageId: 'new' }],
] as const;
describe('a cursor of a list in reach', () => {
  test.each(others)(
    'of an administrator is no cursor of $name’s, where less is in reach',
    async ({ name, person }) => {
      for (const [kind, operationId, query] of scoped) {
        const first = await ask('admin', operationId, { query: { ...query, limit: '1' } });
        const { cursor } = first.body as unknown as { cursor: string };
        const asked = told(await ask(name, operationId, { query: { ...query, cursor } }));
        const isOpen = hasPermission(person, `${kind}s:read`);
        const expected = may(person, kind, 'read', 'others') ? 'ok' : '400 cursor_invalid';
        expect(asked).toBe(isOpen ? expected : '403 permission_missing');
      }
    },
  );
});

const kinds = ['contact', 'deal', 'task'] as const;
const governed = kinds.flatMap((kind) => everyone.map((one) => ({ ...one, kind })));
const upper = (kind: string) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;

describe('a condition', () => {
  const askIf = async (
    name: PersonName,
    verb: 'get' | 'patch',
    kind: FreshKind,
    whose: RecordClass,
    headers: Record<string, string>,
  ) => {
    const params = { [`${kind}Id`]: await fresh(kind, whose) };
    return told(await ask(name, `${verb}${upper(kind)}`, { params, headers, body: {} }));
  };
  const blind = governed.filter(({ person, kind }) => hasPermission(person, `${kind}s:read`));
  test.each(blind)(
    'on a $kind tells $name of none out of sight that it is there',
    async ({ name, person, kind }) => {
      for (const whose of recordClasses.filter((one) => !may(person, kind, 'read', one)))
        expect(await askIf(name, 'get', kind, whose, { 'if-none-match': '"1"' })).toBe(said(unknown(kind)));
    },
  );
  const refused = governed.filter(({ person, kind }) => hasPermission(person, `${kind}s:edit`));
  test.each(refused)(
    'on a $kind tells $name no version of one that they may not change',
    async ({ name, person, kind }) => {
      for (const whose of recordClasses.filter((one) => !may(person, kind, 'edit', one)))
        for (const version of ['"1"', '"7"', '*']) {
          const answer = await askIf(name, 'patch', kind, whose, { 'if-match': version });
          expect(answer).toBe(said(verdictOn(person, kind, 'edit', whose)));
        }
    },
  );
});

/** What the last request has asked of the table, told or not. */
const spent = () => ({ requests: meter.requests, read: meter.read, write: meter.write });
const costOf = ({ headers }: Asked) => headers['rapport-capacity'];
const bodyOf = ({ body }: Asked, id: string) => JSON.stringify(body).replaceAll(id, '<id>');
const told404: [string, FreshKind | 'mail', string][] = [
  ['getContact', 'contact', 'contactId'],
  ['listContactTimeline', 'contact', 'contactId'],
  ['listContactHistory', 'contact', 'contactId'],
  ['listMergedContacts', 'contact', 'contactId'],
  ['patchContact', 'contact', 'contactId'],
  ['exportContact', 'contact', 'contactId'],
  ['eraseContact', 'contact', 'contactId'],
  ['listContactDeals', 'contact', 'contactId'],
  ['getDeal', 'deal', 'dealId'],
  ['patchDeal', 'deal', 'dealId'],
  ['moveDeal', 'deal', 'dealId'],
  ['listDealTimeline', 'deal', 'dealId'],
  ['listDealHistory', 'deal', 'dealId'],
  ['getTask', 'task', 'taskId'],
  ['patchTask', 'task', 'taskId'],
  ['completeTask', 'task', 'taskId'],
  ['listTaskHistory', 'task', 'taskId'],
  ['getActivity', 'activity', 'activityId'],
  ['patchActivity', 'activity', 'activityId'],
  ['listActivityHistory', 'activity', 'activityId'],
  ['getActivityMail', 'mail', 'activityId'],
];
const cases404 = told404.flatMap(([operationId, kind, param]) =>
  (['admin', 'rep', 'ownOnly'] as PersonName[]).map((name) => ({ operationId, kind, param, name })),
);

const places = ['own', 'teams', 'others', 'nobodys', 'elsewhere'] as const;
describe('what is out of sight', () => {
  test.each(cases404)(
    'is to $name at $operationId in body and cost what never was',
    async ({ operationId, kind, param, name }) => {
      const answerOf = async (whose: RecordClass) => {
        const id = standing(kind, whose);
        const asked = await ask(name, operationId, { params: { [param]: id } });
        return { status: asked.status, body: bodyOf(asked, id), told: costOf(asked) };
      };
      const there = { ...(await answerOf('elsewhere')), ...spent() };
      const never = { ...(await answerOf('never')), ...spent() };
      expect(there).toEqual(never);
      const { status, body, told } = never;
      if (name !== 'admin' && kind !== 'activity' && status === 404)
        expect(await answerOf('others')).toEqual({ status, body, told });
    },
  );

  const seekers = everyone.filter(
    ({ person }) =>
      hasPermission(person, 'contacts:read') && !unaskable(person, 'contact').includes('emails'),
  );
  test.each(seekers)(
    'costs $name by its address what an address costs that nobody has',
    async ({ name, person }) => {
      const costs = async (email: string) => costOf(await ask(name, 'listContacts', { query: { email } }));
      const never = await costs('nobody@hidden.example');
      for (const whose of places.filter((one) => !may(person, 'contact', 'read', one)))
        expect(await costs(secretsOf.contact(whose).emails)).toBe(never);
    },
  );
});
