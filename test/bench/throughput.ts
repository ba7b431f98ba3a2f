import { startLocalCloud } from '../helpers/local-cloud.ts';
import { rounded, table } from './print.ts';

const seconds = 5;

async function perSecond(connections: number, send: (n: number) => Promise<Response>) {
  let [sent, failed] = [0, 0];
  const end = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const response = await send(sent++);
      await response.arrayBuffer();
      if (response.status >= 300) failed++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return { rate: rounded(sent / seconds, 0), failed };
}

/** Requests a second against the whole local cloud: gateway, authorizer, workers and engine share this machine. */
export async function measureThroughput() {
  const cloud = await startLocalCloud({ env: { RAPPORT_DEMO: '0' } });
  // In turn, because a user may send 6,000 requests a minute.
  const tokens = await Promise.all(
    ['admin', 'manager', 'rep', 'rep2', 'support', 'marketing'].map((name) =>
      cloud.token(`${name}@acme.test`),
    ),
  );
  const headersOf = (n: number) => ({
    authorization: `Bearer ${tokens[n % tokens.length]}`,
    'content-type': 'application/json',
  });
  const make = async (path: string, body: object) => {
    const response = await fetch(cloud.url + path, {
      method: 'POST',
      headers: headersOf(0),
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: string; formKey: string };
  };
  const contact = await make('/v1/contacts', { firstName: 'Ada' });
  const form = await make('/v1/forms', {
    name: 'Bench',
    fields: [{ name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true }],
    limits: { perAddressPerMinute: 100_000, perFormPerMinute: 100_000 },
  });
  const rows = [];
  for (const connections of [1, 10]) {
    const page = await perSecond(connections, (n) =>
      fetch(`${cloud.url}/v1/contacts/${contact.id}`, { headers: headersOf(n) }),
    );
    rows.push({ request: 'GET a contact’s page', connections, 'a second': page.rate, failed: page.failed });
    const post = await perSecond(connections, (n) =>
      fetch(`${cloud.url}/v1/forms/${form.formKey}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: `bench-${connections}-${n}@example.com` }),
      }),
    );
    rows.push({ request: 'POST a form', connections, 'a second': post.rate, failed: post.failed });
    await cloud.idle();
  }
  await cloud.stop();
  table('Requests a second against the local cloud', rows);
  return rows;
}
