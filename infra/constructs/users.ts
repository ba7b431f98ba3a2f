import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';

function pool(scope: Construct): UserPool {
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
        'The Plus plan is charged by user and month; invitation only, strong passwords and TOTP stand in for it.',
    },
  );
  return made;
}

/** Who may sign in: invited people only, by the authorization code flow with PKCE (a public client has no secret to lose). */
export function users(
  scope: Construct,
  config: Config,
): { userPool: UserPool; userPoolClient: UserPoolClient } {
  const userPool = pool(scope);
  const account = Stack.of(scope).account;
  // Domain prefixes are shared by everybody in a region, so the account's number is part of it.
  userPool.addDomain('sign-in', {
    cognitoDomain: { domainPrefix: `rapport-${config.stage}-${account}` },
  });
  const home = config.consoleUrl.replace(/\/$/, '');
  const userPoolClient = userPool.addClient('console', {
    generateSecret: false,
    authFlows: {},
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${home}/signed-in`],
      logoutUrls: [`${home}/`],
    },
  });
  return { userPool, userPoolClient };
}
