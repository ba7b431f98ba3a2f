import { beforeAll, describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test, violations, violationsByTheme } from '../helpers/console.ts';
import { checkedFile } from '../helpers/import-file.ts';

const screens = [
  '/today',
  '/board',
  '/contacts',
  '/deals',
  '/tasks',
  '/mail',
  '/mail?tab=suppressed',
  '/notifications',
  '/imports',
  '/imports/new',
  '/duplicates',
  '/data-check',
  '/reports',
  '/reports?report=funnel',
  '/reports?report=seasons',
  '/dashboards',
  '/settings/scoring',
  '/profile',
  '/settings',
  '/settings/rules',
  '/settings/templates?template=new',
  '/nowhere/at-all',
];
/** What the check of a file says of rows: a slip, a day that is none, and a row that is broken. */
const file =
  'First Name,E-mail,Birthday\nHedy,hedy@gmial.com,31.02.1999\nAda,ada@example.com,\n"Never,closed';
/** A rule with a branch, so that cards lie in each other. */
const draft = {
  trigger: { on: 'event' as const, events: ['contact.created' as const] },
  condition: { lifecycle: 'lead' },
  steps: [
    {
      id: 'if',
      do: 'branch' as const,
      if: { score: { $gte: 70 } },
      yes: [{ id: 'stop', do: 'stop' as const }],
    },
  ],
};
const records: string[] = [];

beforeAll(async () => {
  const api = await apiAs('admin');
  const people = ['Henrike', 'Henricke'].map((firstName) => ({
    ...{ firstName, lastName: 'Zweifach', birthday: '1971-04-09', company: 'Zweifach KG' },
  }));
  const twice = await Promise.all(people.map((body) => api.createContact({ body })));
  const deals = await api.listDeals({ query: { limit: 1 } });
  records.push(`/deals/${deals.items[0]?.id}`);
  const importId = await checkedFile('admin', 'people.csv', file);
  records.push(`/imports/${importId}`, `/imports/${importId}?step=columns`);
  const ids = twice.map(({ id }) => id);
  records.push(`/contacts/${ids[0]}`, `/duplicates/compare?kind=contact&ids=${ids.join('.')}`);
  records.push('/data-check?kind=contact&check=unreachable');
  const rule = await api.createRule({ body: { name: 'By branches', draft } });
  records.push(`/settings/rules?rule=${rule.id}`);
  await settled();
});

describe('WCAG 2.2', () => {
  // The colours of a phone are those of a desk.
  test.for(bothSizes)('no screen has a violation, at a desk light or dark (%s)', async (size, { open }) => {
    const page = await open({ as: 'admin', size });
    const found: string[] = [];
    for (const path of [...screens, ...records]) {
      await page.goto(new URL(path, page.url()).href);
      await page
        .getByRole('heading', { level: 1 })
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      await page.waitForLoadState('networkidle');
      const faults = await (size === 'desk' ? violationsByTheme : violations)(page);
      found.push(...faults.map((fault) => `${path} ${fault}`));
    }
    expect(found.join('\n')).toBe('');
  });
});
