import type { Route } from '../../../shared/core/route.ts';
import type { Call } from '../../helpers/call.ts';

/** What a person, a browser or a thief would recognise, if a log had it. */
export const sentinels = {
  name: 'Zephyrine Quillfeather',
  email: 'zephyrine.quill@sentinel.example',
  phone: '+4930123454321',
  sentence: 'the harpsichord arrives on thursday',
  key: 'rpk_SENTINEL0123456789abcdefABCDEF',
  token: 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzZW50aW5lbCJ9.c2VudGluZWwtc2lnbmF0dXJl',
};
const all = Object.values(sentinels);
/** Parts of them that are as telling: a name that was split, a token that was cut. */
const parts = [
  'Zephyrine',
  'Quillfeather',
  'zephyrine.quill',
  'harpsichord',
  'SENTINEL0123',
  'c2VudGluZWwtc2ln',
  '4930123454321',
];

export const foundIn = (text: string) => [...all, ...parts].filter((one) => text.includes(one));

const choices = [sentinels.email, sentinels.phone, sentinels.name, sentinels.sentence];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place of a text in a value: the object and the name. */
function textsIn(value: unknown): [Record<string, unknown>, string][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): [Record<string, unknown>, string][] =>
    typeof inner === 'string' ? [[value, name]] : textsIn(inner),
  );
}

/** The contract's example with a sentinel in each text that takes one. */
function goodBody({ body, example }: Route): unknown {
  const filled = structuredClone(example?.body ?? {});
  for (const [holder, name] of textsIn(filled)) {
    const before = holder[name];
    const taken = choices.find((one) => {
      holder[name] = one;
      return body.safeParse(filled).success;
    });
    if (taken === undefined) holder[name] = before;
  }
  return filled;
}

/** Nothing but sentinels where the contract wants something else. */
const badBody = {
  ...sentinels,
  firstName: { [sentinels.name]: sentinels.email },
  emails: sentinels.email,
  phones: [{ number: sentinels.name }],
  custom: { [sentinels.email]: sentinels.key },
  name: [sentinels.name],
  text: `{{${sentinels.name}}} {{#${sentinels.email}`,
};

const headers = {
  authorization: `Bearer ${sentinels.token}`,
  cookie: sentinels.key,
  'x-api-key': sentinels.key,
  'user-agent': sentinels.email,
  referer: `https://x.example/?email=${sentinels.email}`,
};
const asParams = (route: Route, value?: string) =>
  Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, value ?? '']));

/** Requests to a route that carry sentinels wherever something can be carried. */
export function telling(route: Route, params: Record<string, string>): Call[] {
  const known = { ...asParams(route), ...params };
  const query = { email: sentinels.email, q: sentinels.name, cursor: sentinels.key };
  const exampleQuery = route.example?.query as Record<string, string> | undefined;
  const raw = (rawBody: string, type: string): Call => ({
    params: known,
    rawBody,
    headers: { ...headers, 'content-type': type },
  });
  return [
    { params: known, query: exampleQuery, body: goodBody(route), headers } as Call,
    { params: known, body: goodBody(route), headers: { ...headers, 'idempotency-key': sentinels.email } },
    { params: known, body: badBody, headers },
    { params: asParams(route, sentinels.email), query, body: goodBody(route), headers },
    { params: known, body: goodBody(route), headers, refused: 'token_invalid' },
    { params: known, headers: { ...headers, 'rapport-workspace': sentinels.name } },
    { params: known, headers: { ...headers, 'if-match': sentinels.name, 'idempotency-key': sentinels.name } },
    raw(`{"name":"${sentinels.name}","email":${sentinels.email}`, 'application/json'),
    raw(`email=${sentinels.email}&message=${sentinels.sentence}`, 'application/x-www-form-urlencoded'),
    raw(
      `--x\r\nContent-Disposition: form-data; name="${sentinels.name}"\r\n\r\n${sentinels.sentence}`,
      'multipart/form-data; boundary=x',
    ),
  ];
}
