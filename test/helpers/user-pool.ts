import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type PoolUser = { sub: string; email: string; isEnabled: boolean; isConfirmed: boolean; mails: number };
type Asked = { Username?: string; MessageAction?: string };
type Answered = { status: number; body: object };

const users = new Map<string, PoolUser>();
/** Names of calls, as they came. */
export const poolCalls: string[] = [];
/** Run before a call is answered: what happens elsewhere at that very moment. */
let before: ((call: string) => Promise<void>) | undefined;
export const beforePoolAnswers = (run: typeof before) => {
  before = run;
};

const refused = (type: string): Answered => ({ status: 400, body: { __type: type, message: type } });
const attributesOf = ({ sub, email }: PoolUser) => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: email },
];
const named = (name = '') => [...users.values()].find(({ sub, email }) => name === sub || name === email);

function created({ Username = '', MessageAction }: Asked): Answered {
  const known = named(Username);
  if (MessageAction === 'RESEND') {
    if (!known) return refused('UserNotFoundException');
    if (known.isConfirmed) return refused('UnsupportedUserStateException');
    known.mails += 1;
    return { status: 200, body: { User: { Attributes: attributesOf(known) } } };
  }
  if (known) return refused('UsernameExistsException');
  if (Username.length > 128) return refused('InvalidParameterException');
  const user = { sub: randomUUID(), email: Username, isEnabled: true, isConfirmed: false, mails: 1 };
  users.set(user.sub, user);
  return { status: 200, body: { User: { Attributes: attributesOf(user) } } };
}

function answer(call: string, asked: Asked): Answered {
  if (call === 'AdminCreateUser') return created(asked);
  const user = named(asked.Username);
  if (!user) return refused('UserNotFoundException');
  if (call === 'AdminDisableUser') user.isEnabled = false;
  if (call === 'AdminEnableUser') user.isEnabled = true;
  return { status: 200, body: call === 'AdminGetUser' ? { UserAttributes: attributesOf(user) } : {} };
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const call = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  poolCalls.push(call);
  await before?.(call);
  const { status, body } = answer(call, JSON.parse(Buffer.concat(chunks).toString()) as Asked);
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
});

/** For `beforeEach`: an empty user pool, as Cognito answers for one; it ends with the file's process. */
export async function usePool(): Promise<void> {
  users.clear();
  poolCalls.length = 0;
  before = undefined;
  if (server.listening) return;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = `http://127.0.0.1:${port}`;
  process.env.USER_POOL_ID = 'eu-west-1_test';
}

/** As if somebody had deleted them by hand. */
export const forgetAccount = (sub: string) => users.delete(sub);
/** The user with this address or subject. */
export const poolUser = named;
/** Somebody who has an account, and has signed in. */
export function haveAccount(email: string, sub: string): void {
  users.set(sub, { sub, email, isEnabled: true, isConfirmed: true, mails: 0 });
}
