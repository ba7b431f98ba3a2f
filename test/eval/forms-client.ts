import { createClient } from '../../web/client/src/index.ts';
import type { Row, Table } from './forms-rows.ts';

export type Target = { url: string; token: string };
const pause = (seconds: number) => new Promise((resume) => setTimeout(resume, seconds * 1000));

const clientOf = ({ url, token }: Target) => createClient({ baseUrl: url, token });

export async function tokenOf(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/_local/token`, { method: 'POST', body: JSON.stringify({ email }) });
  return ((await response.json()) as { token: string }).token;
}

/** A form with a field for each column, whose limits are out of the way. */
export const makeForm = (target: Target, { fields }: Table) =>
  clientOf(target).createForm({
    body: {
      name: `Evaluation ${new Date().toISOString()}`,
      fields,
      limits: { perAddressPerMinute: 100_000, perFormPerMinute: 100_000 },
    },
  });

/** The gateway's own refusals (its throttle) name no time: then a second, with jitter. */
const waitOf = (response: Response): number | undefined => {
  const said = response.headers.get('retry-after');
  if (said) return Number(said);
  return [429, 503].includes(response.status) ? 0.5 + Math.random() : undefined;
};
const patience = 30;
/** Posts one row; waits where it is told to. Answers the status, or why there was none. */
async function postOne(url: string, formKey: string, row: Row): Promise<string> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${url}/v1/forms/${formKey}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(row),
    }).catch((error: Error) => error);
    if (response instanceof Error) return response.message;
    const text = await response.text();
    const wait = waitOf(response);
    if (wait === undefined || tries === patience)
      return response.ok ? String(response.status) : `${response.status} ${text}`;
    await pause(wait);
  }
}

/** Posts all rows, `connections` at a time; answers how often each status came. */
export async function postAll(url: string, formKey: string, rows: Row[], connections: number) {
  const outcomes = new Map<string, number>();
  const waiting = rows.values(); // one iterator for all connections: each takes the next row
  const work = async () => {
    for (const row of waiting) {
      const outcome = await postOne(url, formKey, row);
      const kind = outcome.replace(/"requestId":"[^"]*"/, '');
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return outcomes;
}

const mostTries = 60; // a minute each: thousands of orders on a busy machine
/** Resolves once nothing is under way; a large file may take longer than one request may. */
export async function idle(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${url}/_local/idle?timeout=60`);
    if (response.ok) return;
    if (tries === mostTries) throw new Error(`Not idle: ${await response.text()}`);
  }
}

/** The addresses of all contacts that came by this form, page by page. */
export async function* addressesOf(target: Target, formId: string): AsyncGenerator<string> {
  const contacts = clientOf(target).all('listContacts', { query: { limit: 100 } });
  for await (const { emails, source } of contacts)
    if (source?.id === formId) yield emails?.[0]?.address ?? '';
}
