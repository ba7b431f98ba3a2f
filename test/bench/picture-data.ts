import { createClient } from '../../web/client/src/index.ts';
import { rawMail, sendRaw } from '../helpers/client.ts';
import type { LocalCloud } from '../helpers/local-cloud.ts';

const apiAs = async (cloud: LocalCloud, who: string) =>
  createClient({ baseUrl: cloud.url, token: await cloud.token(`${who}@acme.test`) });

const letters = [
  [
    'Ingrid Solberg',
    'ingrid.solberg@fjordlager.example',
    'Racking for a new hall',
    'We are building a hall of 1,200 m² in Drammen.',
  ],
  [
    'Tomás Herrera',
    'tomas@herrera-frio.example',
    'Cold store shelving',
    'Do your shelves stand minus 25 degrees?',
  ],
] as const;
/** Two strangers write, so that the mail has something to show. */
async function receiveMail(cloud: LocalCloud): Promise<void> {
  for (const [name, from, subject, text] of letters) {
    const headers = { From: `${name} <${from}>`, To: 'sales@in.acme.test', Subject: subject };
    await sendRaw(cloud, rawMail(headers, text), from, 'sales@in.acme.test');
  }
  await cloud.idle();
}

/** Rows of a file with slips of the kinds that people make. */
function aFile(): string {
  const people = [
    'Ada Lovelace',
    'Hedy Lamarr',
    'Mary Somerville',
    'Grace Hopper',
    'Emmy Noether',
    'Ida Rhodes',
  ];
  const hosts = ['gmial.com', 'hotmial.com', 'example.com'];
  const rows = people.map((name, at) => {
    const [first = '', last = ''] = name.split(' ');
    const host = hosts[at % hosts.length];
    return [
      first,
      last,
      `${first}.${last}@${host}`.toLowerCase(),
      at % 2 ? '31.02.1999' : '1999-02-28',
    ].join();
  });
  return ['First name,Last name,E-mail,Birthday', ...rows].join('\n');
}
/** An import that was checked; its id. */
async function checkedImport(cloud: LocalCloud): Promise<string> {
  const api = await apiAs(cloud, 'manager');
  const text = aFile();
  const body = { kind: 'contact', name: 'fair-2026.csv', size: Buffer.byteLength(text) } as const;
  const { id, upload } = await api.createImport({ body });
  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: text });
  await api.readImport({ path: { importId: id }, body: {} });
  await cloud.idle();
  await api.checkImport({ path: { importId: id }, body: {} });
  await cloud.idle();
  return id;
}

/** A colleague gives the rep a task and mentions them, so that they are told of something. */
async function tellRep(cloud: LocalCloud, contactId: string, ownerId: string): Promise<void> {
  const api = await apiAs(cloud, 'manager');
  await api.createTask({ body: { title: 'Ask for the floor plan', ownerId, contactId } });
  const text = `@[Rosa Lindqvist](${ownerId}) they want to see the racks at the fair.`;
  await api.createActivity({ body: { kind: 'note', contactId, text } });
  await cloud.idle();
}

const news = {
  name: 'Autumn list',
  subject: 'Our autumn list, {{contact.firstName|hello}}',
  text: 'Hello {{contact.firstName|there}},\n\nthe new list is out: https://acme.example/autumn\n\nPallet racks are 12 % cheaper until the end of the month.\n\n{{sender.name|Your Acme}}',
  marketing: true,
};
/** A template, addresses that get no advertising, and the rep's signature. */
async function setUpMail(cloud: LocalCloud) {
  const admin = await apiAs(cloud, 'admin');
  const { items } = await admin.listContacts({ query: { limit: 20 } });
  const addresses = items.flatMap(({ emails }) => emails?.[0]?.address ?? []).slice(0, 4);
  for (const address of addresses)
    await admin.createSuppression({ body: { address, note: 'Asked for it on the phone' } });
  const template = await admin.createTemplate({ body: news });
  const neverLog = { addresses: ['office@dr-lang.example'], domains: ['law.example'] };
  await admin.patchWorkspace({ body: { neverLog } });
  const rep = await apiAs(cloud, 'rep');
  await rep.patchMe({ body: { preferences: { signature: 'Rosa Lindqvist\nAcme, Sales' } } });
  const survey = (await admin.listRules()).items.find(({ name }) => name === 'Survey after a lost deal');
  await cloud.idle();
  return { template: template.id, rule: survey?.id };
}

/** Reports side by side, as a sales manager looks at them on Mondays. */
async function aDashboard(cloud: LocalCloud): Promise<string> {
  const api = await apiAs(cloud, 'manager');
  const period = 'last_12_months';
  const tiles = [
    {
      ...{ title: 'The year so far', report: 'sales', part: 'whole', chart: 'figures', period },
      figures: ['won', 'wonAmount', 'winRate', 'wonDays.median'],
    },
    { title: 'Won by seller', report: 'sales', query: { splitBy: 'owner' }, figures: ['wonAmount'], period },
    { title: 'Where deals drop out', report: 'funnel', figures: ['entered', 'lostHere'], period },
    { title: 'Leads', report: 'leads', part: 'months', chart: 'line', period },
    {
      ...{ title: 'What sources bring', report: 'sources', part: 'rows', chart: 'table', period },
      figures: ['leads', 'customers', 'conversion', 'wonAmount'],
    },
  ];
  const body = { name: 'Monday', visibility: 'shared', tiles };
  const { id } = await api.createDashboard({ body: body as never });
  await cloud.idle();
  return id;
}

/** What the demo company has not by itself, and where what is shown stands. */
export async function setUp(cloud: LocalCloud) {
  await cloud.idle();
  await receiveMail(cloud);
  const [manager, rep] = [await apiAs(cloud, 'manager'), await apiAs(cloud, 'rep')];
  const deals = await manager.listDeals({ query: { limit: 20, stageId: 'proposal' } });
  const deal = deals.items.find(({ contactId }) => contactId) ?? deals.items[0];
  const { id: repId } = await rep.getMe();
  const own = await rep.listDeals({ query: { limit: 20, ownerId: repId } });
  const theirs = own.items.find(({ contactId }) => contactId);
  await tellRep(cloud, theirs?.contactId ?? '', repId);
  const { template, rule } = await setUpMail(cloud);
  return {
    deal: `/deals/${deal?.id}`,
    contact: `/contacts/${deal?.contactId}`,
    ownDeal: `/deals/${theirs?.id}`,
    file: `/imports/${await checkedImport(cloud)}`,
    template: `/settings/templates?template=${template}`,
    rule: `/settings/rules?rule=${rule}`,
    dashboard: `/dashboards?id=${await aDashboard(cloud)}`,
  };
}
