import { randomUUID } from 'node:crypto';
import { type Answer, type Handler, json } from '../http.ts';
import type { Store } from '../store.ts';
import { joinMail, mailDate, makeHeader } from './mime.ts';
import type { PoolUser, UserPool } from './user-pool.ts';

type Attribute = { Name: string; Value?: string };
type Input = {
  UserPoolId?: string;
  Username?: string;
  UserAttributes?: Attribute[];
  TemporaryPassword?: string;
  MessageAction?: 'RESEND' | 'SUPPRESS';
};
class Refused extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const attributesOf = ({ sub, email, name }: PoolUser): Attribute[] => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
  { Name: 'name', Value: name },
];
const shown = (user: PoolUser) => ({
  Username: user.sub,
  UserCreateDate: user.createdS,
  UserLastModifiedDate: user.createdS,
  Enabled: user.enabled,
  UserStatus: user.status,
});

type Post = (to: string, subject: string, text: string) => void;
/** Cognito's own mails go by no SES of ours; here they lie with the rest of the mail that went out. */
function poster({ db }: Store): Post {
  const insert = db.prepare(
    'INSERT INTO mails (at, message_id, source, destinations, raw) VALUES (?, ?, ?, ?, ?)',
  );
  const source = 'no-reply@verificationemail.com';
  return (to, subject, text) => {
    const at = new Date();
    const messageId = randomUUID();
    const headers = [
      makeHeader('From', source),
      makeHeader('To', to),
      makeHeader('Subject', subject),
      makeHeader('Message-ID', `<${messageId}@verificationemail.com>`),
      makeHeader('Date', mailDate(at)),
    ];
    const raw = joinMail({ headers, body: `${text}\r\n` });
    insert.run(at.toISOString(), messageId, source, JSON.stringify([to]), Buffer.from(raw));
  };
}

function invited(pool: UserPool, post: Post, input: Input): PoolUser {
  const { Username = '', UserAttributes = [], TemporaryPassword = '', MessageAction } = input;
  const known = pool.named(Username);
  if (MessageAction === 'RESEND' && !known)
    throw new Refused('UserNotFoundException', 'User does not exist.');
  if (MessageAction === 'RESEND' && known?.status === 'CONFIRMED')
    throw new Refused('UnsupportedUserStateException', 'Resend not possible. User is confirmed.');
  if (MessageAction !== 'RESEND' && known)
    throw new Refused('UsernameExistsException', 'An account with the given email already exists.');
  if (!/^[^@\s]+@[^@\s]+$/.test(Username))
    throw new Refused('InvalidParameterException', 'Username should be an email.');
  const name = UserAttributes.find(({ Name }) => Name === 'name')?.Value ?? '';
  const user = known ?? pool.invite(Username, name);
  const text = `Your username is ${user.email} and temporary password is ${TemporaryPassword}`;
  if (MessageAction !== 'SUPPRESS') post(user.email, 'Your temporary password', text);
  return user;
}

type Operation = (pool: UserPool, input: Input, post: Post) => object;
function existing(pool: UserPool, { Username = '' }: Input): PoolUser {
  const user = pool.named(Username);
  if (!user) throw new Refused('UserNotFoundException', 'User does not exist.');
  return user;
}
const operations: Record<string, Operation> = {
  AdminCreateUser: (pool, input, post) => {
    const user = invited(pool, post, input);
    return { User: { ...shown(user), Attributes: attributesOf(user) } };
  },
  AdminGetUser: (pool, input) => {
    const user = existing(pool, input);
    return { ...shown(user), UserAttributes: attributesOf(user) };
  },
  AdminUserGlobalSignOut: (pool, input) => {
    pool.signOut(existing(pool, input).sub);
    return {};
  },
  AdminDisableUser: (pool, input) => {
    const user = existing(pool, input);
    pool.set({ ...user, enabled: false });
    pool.signOut(user.sub);
    return {};
  },
  AdminEnableUser: (pool, input) => {
    pool.set({ ...existing(pool, input), enabled: true });
    return {};
  },
};

const target = /^AWSCognitoIdentityProviderService\.(\w+)$/;
const amazonJson = { 'content-type': 'application/x-amz-json-1.1' };
const refusal = (type: string, message: string): Answer => json(400, { __type: type, message }, amazonJson);

function answered(operation: () => object): Answer {
  try {
    return json(200, operation(), amazonJson);
  } catch (error) {
    if (error instanceof Refused) return refusal(error.type, error.message);
    throw error;
  }
}

/** The calls of Cognito's API (AWS JSON 1.1) that Rapport makes of its user pool. */
export function userPoolHandler(pool: UserPool, store: Store, poolIds: string[]): Handler {
  const post = poster(store);
  return (request) => {
    const name = target.exec(request.headers['x-amz-target'] ?? '')?.[1] ?? '';
    const operation = operations[name];
    if (!operation) return refusal('UnknownOperationException', `There is no ${name} here.`);
    const input = JSON.parse(request.body.toString()) as Input;
    if (!poolIds.includes(input.UserPoolId ?? ''))
      return refusal('ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
    return answered(() => operation(pool, input, post));
  };
}
