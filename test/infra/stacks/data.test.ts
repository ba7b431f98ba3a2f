import { beforeAll, describe, expect, test } from 'vitest';
import { accessTokenMinutes, refreshTokenDays } from '../../../shared/identity/session.ts';
import { type Found, resources } from './synthesized.ts';

let made: Awaited<ReturnType<typeof resources>>;
beforeAll(async () => {
  made = await resources();
});
const only = (type: string): Found => {
  const [first, ...others] = made.of(type);
  if (!first || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return first;
};

describe('the table', () => {
  test('is kept, protected, recoverable to any second and encrypted', () => {
    const { DeletionPolicy, UpdateReplacePolicy, Properties } = only('AWS::DynamoDB::GlobalTable');
    expect({ DeletionPolicy, UpdateReplacePolicy }).toEqual({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(Properties.Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      }),
    ]);
    expect(Properties.SSESpecification?.SSEEnabled ?? false).toBe(false); // DynamoDB's own key: always encrypted, nothing to pay
  });

  test('is billed by request, expires items by `expiresAt` and streams both images', () => {
    expect(only('AWS::DynamoDB::GlobalTable').Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  });
});

describe('every bucket', () => {
  test('is kept, encrypted, closed to the public and cleans up abandoned uploads', () => {
    for (const { DeletionPolicy, Properties } of made.of('AWS::S3::Bucket')) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Object.values(Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
      expect(JSON.stringify(Properties.BucketEncryption)).toContain('AES256');
      expect(JSON.stringify(Properties.LifecycleConfiguration)).toContain('AbortIncompleteMultipartUpload');
    }
  });

  test('refuses whoever does not come by TLS', () => {
    const policies = made.of('AWS::S3::BucketPolicy').map(({ Properties }) => JSON.stringify(Properties));
    expect(policies).toHaveLength(made.of('AWS::S3::Bucket').length);
    for (const policy of policies) expect(policy).toContain('"Bool":{"aws:SecureTransport":"false"}');
  });

  test('that holds mail never deletes one by the clock', () => {
    const [mail] = made.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('mail'));
    const rules: Found['Properties'][] = mail?.Properties.LifecycleConfiguration.Rules;
    expect(rules.filter((rule) => rule.ExpirationInDays ?? rule.ExpirationDate)).toEqual([]);
    expect(JSON.stringify(rules)).toContain('NoncurrentDays');
  });
});

describe('the ledger of erasures', () => {
  test('is kept in every version for longer than a restore reaches back, whoever wants to delete it', () => {
    const [ledger] = made.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('erasureledger'));
    expect(ledger?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } },
    });
    const rules: Found['Properties'][] = ledger?.Properties.LifecycleConfiguration.Rules;
    expect(JSON.stringify(rules)).not.toMatch(/Expiration|Noncurrent/);
  });
});

test('archives of persons are deleted after the seven days that their links are given out for', () => {
  const [exports] = made.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('exports'));
  expect(JSON.stringify(exports?.Properties.LifecycleConfiguration.Rules)).toContain('"ExpirationInDays":7');
  expect(exports?.Properties.VersioningConfiguration).toBeUndefined();
});

describe('the user pool', () => {
  test('is kept and takes invited people only, with strong passwords and TOTP', () => {
    const { DeletionPolicy, Properties } = only('AWS::Cognito::UserPool');
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
        },
      },
    });
  });

  test('offers passkeys beside the password, on sign-in pages that know them', () => {
    const { Properties } = only('AWS::Cognito::UserPool');
    expect(Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnUserVerification: 'required',
    });
    const domain = only('AWS::Cognito::UserPoolDomain').Properties;
    expect(domain.ManagedLoginVersion).toBe(2);
    // A passkey is bound to the very host that the sign-in page is at.
    const text = (value: unknown) => JSON.stringify(value);
    const [prefix, host] = [text(domain.Domain), text(Properties.WebAuthnRelyingPartyID)];
    expect(host).toContain('amazoncognito.com');
    expect(host).toContain(/rapport-[a-z-]+/.exec(prefix)?.[0]);
    // Without a style of its own the client's sign-in page is an error.
    expect(only('AWS::Cognito::ManagedLoginBranding').Properties).toMatchObject({
      UseCognitoProvidedValues: true,
      ClientId: { Ref: only('AWS::Cognito::UserPoolClient').id },
    });
  });

  test('signs nobody in past the sign-in pages, and for no longer than sessions are remembered', () => {
    const { Properties } = only('AWS::Cognito::UserPoolClient');
    expect(Properties.ExplicitAuthFlows).toEqual(['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
    expect(Properties).toMatchObject({
      AccessTokenValidity: accessTokenMinutes,
      RefreshTokenValidity: refreshTokenDays * 1440,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
    });
    expect(Properties.RefreshTokenRotation).toBeUndefined();
  });

  test('gives tokens by the authorization code alone, to a client without a secret, and takes them back', () => {
    expect(only('AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(made.of('AWS::Cognito::UserPoolDomain')).toHaveLength(1);
  });
});

describe('the bucket of files', () => {
  const filesBucket = ({ of }: typeof made) =>
    of('AWS::S3::Bucket').find(({ id }) => id.startsWith('files'))?.Properties;

  test('takes and gives to pages of the console alone, tells of every object, and keeps no version of what was deleted', async () => {
    const { of } = await resources(undefined, { consoleUrl: 'https://crm.example.com/app' });
    const bucket = of('AWS::S3::Bucket').find(({ id }) => id.startsWith('files'))?.Properties;
    expect(bucket?.CorsConfiguration.CorsRules).toEqual([
      expect.objectContaining({
        AllowedOrigins: ['https://crm.example.com'],
        AllowedMethods: ['PUT', 'GET'],
      }),
    ]);
    expect(bucket?.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    expect(bucket).not.toHaveProperty('VersioningConfiguration');
  });

  test('is scanned by GuardDuty only where that is asked for', async () => {
    expect(made.of('AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
    const asked = await resources(undefined, { scan: 'guardduty' });
    const [plan] = asked.of('AWS::GuardDuty::MalwareProtectionPlan');
    expect(plan?.Properties.ProtectedResource.S3Bucket.ObjectPrefixes).toEqual(['files/']);
    const scans = asked
      .of('AWS::Lambda::Function')
      .flatMap(({ Properties }) => Properties.Environment?.Variables.FILES_SCAN ?? []);
    expect(new Set(scans)).toEqual(new Set(['guardduty']));
    expect(filesBucket(asked)).toBeDefined();
  });
});
