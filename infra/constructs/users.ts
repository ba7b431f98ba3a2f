import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { accessTokenMinutes, refreshTokenDays } from '../../shared/identity/session.ts';
import { type Config, homeOf, localHome } from '../config.ts';

/** Domain prefixes are shared by everybody in a region, so the account's number is part of it. */
const domainPrefixOf = (scope: Construct, { stage }: Config) => `rapport-${stage}-${Stack.of(scope).account}`;
/** The host of the sign-in pages and of the tokens. */
export const signInHostOf = (scope: Construct, config: Config) =>
  `${domainPrefixOf(scope, config)}.auth.${Stack.of(scope).region}.amazoncognito.com`;

function pool(scope: Construct, config: Config): UserPool {
  const made = new UserPool(scope, 'users', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
      passwordHistorySize: 5,
    },
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    // A passkey in place of the password, for who makes one: it proves device and person at once, and cannot be phished.
    signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
    passkeyRelyingPartyId: signInHostOf(scope, config),
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(made).acknowledge(
    {
      id: 'AwsSolutions-COG2',
      reason:
        'A second factor (TOTP) is offered to everybody; whether it is compulsory is the company’s decision.',
    },
    {
      id: 'AwsSolutions-COG3',
      reason:
        'Threat protection is the Plus plan, charged by user and month; the idle bill stays at what a quiet CRM is worth.',
    },
    {
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan is charged by user and month; invitation only, strong passwords, passkeys and TOTP stand in for it.',
    },
  );
  return made;
}

/** Who may sign in: invited people only, by the authorization code flow with PKCE (a public client has no secret to lose). */
export function users(
  scope: Construct,
  config: Config,
): { userPool: UserPool; userPoolClient: UserPoolClient } {
  const userPool = pool(scope, config);
  userPool.addDomain('sign-in', {
    cognitoDomain: { domainPrefix: domainPrefixOf(scope, config) },
    // The older pages know no passkeys.
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const home = homeOf(config) ?? localHome;
  const userPoolClient = userPool.addClient('console', {
    generateSecret: false,
    // What the sign-in pages use; without a word here Cognito would allow custom flows by its API too.
    authFlows: { user: true },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    // An hour is short enough: the authorizer asks for the session itself, so that nobody waits for a token to run out.
    accessTokenValidity: Duration.minutes(accessTokenMinutes),
    idTokenValidity: Duration.minutes(accessTokenMinutes),
    // No rotation: what it makes of `origin_jti`, by which a session is ended, Cognito does not promise.
    refreshTokenValidity: Duration.days(refreshTokenDays),
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${home}/signed-in`],
      logoutUrls: [`${home}/`],
    },
  });
  // A client without a style gets an error page in place of the sign-in.
  new CfnManagedLoginBranding(scope, 'sign-in-style', {
    userPoolId: userPool.userPoolId,
    clientId: userPoolClient.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return { userPool, userPoolClient };
}
