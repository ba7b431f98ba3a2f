import { randomBytes } from 'node:crypto';
import type {
  AttributeType,
  CognitoIdentityProviderClient as Client,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError, invalidField } from '../core/errors.ts';
import { env } from './env.ts';

type Sdk = typeof import('@aws-sdk/client-cognito-identity-provider');
type Pool = { sdk: Sdk; client: Client; UserPoolId: string };

let made: Client | undefined;
/** Loaded when it is needed: few requests do, and it is as large as all the rest of a function. */
async function pool(): Promise<Pool> {
  const sdk = await import('@aws-sdk/client-cognito-identity-provider');
  made ??= new sdk.CognitoIdentityProviderClient({ maxAttempts: 5 });
  return { sdk, client: made, UserPoolId: env('USER_POOL_ID') };
}

/** Cognito admits a few dozen administrative calls a second in an account; beyond them it is to be asked again. */
const tooMany = new Set(['TooManyRequestsException', 'LimitExceededException']);
const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

async function asked<T>(question: (pool: Pool) => Promise<T>): Promise<T> {
  try {
    return await question(await pool());
  } catch (error) {
    if (!tooMany.has(nameOf(error))) throw error;
    throw new AppError('unavailable', 'busy', 'The user pool is asked too much at this moment; try again.', {
      retryAfterS: 2,
    });
  }
}

/** What was asked for is so already where the pool has no such user any more: somebody deleted them by hand. */
async function unlessGone(act: (pool: Pool) => Promise<unknown>): Promise<void> {
  try {
    await asked(act);
  } catch (error) {
    if (nameOf(error) !== 'UserNotFoundException') throw error;
  }
}

/**
 * A password for the first sign-in alone, which Cognito mails to its owner. A pool that knows ways without one need not make it
 * by itself, and somebody without any could not sign in. It has a sign of each kind that the pool asks for.
 */
const firstPassword = () => `Aa1-${randomBytes(15).toString('base64url')}`;

/** Cognito takes fewer addresses than there are: of 128 signs at most, and in plain form. */
const refusedAddress = () =>
  invalidField('/email', 'email_refused', 'The user pool takes no such address; it may be too long.');

function subjectOf(attributes: AttributeType[] = []): string {
  const subject = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (!subject) throw new Error('The user pool answered no sub');
  return subject;
}

/**
 * Makes a user of the pool, whom Cognito sends a password for their first sign-in; one who is there already is left as they
 * are and gets no mail. May be repeated. `subject` is the `sub` of their tokens. Throws `busy`, `validation_failed`.
 */
export function inviteToPool(person: {
  email: string;
  name: string;
}): Promise<{ subject: string; isNew: boolean }> {
  const { email, name } = person;
  return asked(async ({ sdk, client, UserPoolId }) => {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: name },
    ];
    const invitation = {
      UserPoolId,
      Username: email,
      UserAttributes,
      TemporaryPassword: firstPassword(),
      DesiredDeliveryMediums: ['EMAIL' as const],
    };
    try {
      const { User } = await client.send(new sdk.AdminCreateUserCommand(invitation));
      return { subject: subjectOf(User?.Attributes), isNew: true };
    } catch (error) {
      if (error instanceof sdk.InvalidParameterException) throw refusedAddress();
      if (!(error instanceof sdk.UsernameExistsException)) throw error;
      const known = await client.send(new sdk.AdminGetUserCommand({ UserPoolId, Username: email }));
      return { subject: subjectOf(known.UserAttributes), isNew: false };
    }
  });
}

/** Somebody deleted them in the pool by hand: a new user of the pool would be somebody else to every record. */
const poolUserGone = () =>
  new AppError(
    'conflict',
    'pool_user_gone',
    'The user pool does not know this person any more. Deactivate and remove the user, and invite them anew.',
  );
async function known<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw nameOf(error) === 'UserNotFoundException' ? poolUserGone() : error;
  }
}

/** Sends the first password once more, a new one. False, and nothing is sent, to who has signed in before. Throws `busy`. */
export function resendInvitation(email: string): Promise<boolean> {
  return known(() =>
    asked(async ({ sdk, client, UserPoolId }) => {
      try {
        await client.send(
          new sdk.AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            TemporaryPassword: firstPassword(),
            MessageAction: 'RESEND',
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof sdk.UnsupportedUserStateException) return false;
        throw error;
      }
    }),
  );
}

/**
 * Ends every refresh token. Access tokens go on until they expire, so that the sessions are to be revoked too
 * (`endAllSessions`). May be repeated. Throws `busy`.
 */
export const signOutEverywhere = (subject: string): Promise<void> =>
  unlessGone(({ sdk, client, UserPoolId }) =>
    client.send(new sdk.AdminUserGlobalSignOutCommand({ UserPoolId, Username: subject })),
  );

/** They cannot sign in any more. May be repeated. Throws `busy`. */
export const disableInPool = (subject: string): Promise<void> =>
  unlessGone(({ sdk, client, UserPoolId }) =>
    client.send(new sdk.AdminDisableUserCommand({ UserPoolId, Username: subject })),
  );

/** They may sign in again. May be repeated. Throws `busy`, `pool_user_gone`. */
export const enableInPool = (subject: string): Promise<void> =>
  known(() =>
    asked(async ({ sdk, client, UserPoolId }) => {
      await client.send(new sdk.AdminEnableUserCommand({ UserPoolId, Username: subject }));
    }),
  );
