import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleOptions } from '../../../infra/bundle.ts';
import { partKeys } from '../../../infra/constructs/grants.ts';
import { functions } from '../../../infra/functions.ts';
import { auditActorPk, auditDayPk, auditRecordPk } from '../../../shared/audit/audit.ts';
import { newId } from '../../../shared/core/ids.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import { everyKind } from './every-kind.ts';
import { type Found, resources } from './synthesized.ts';

const VARIABLES = [
  'TABLE_NAME',
  'MAIL_BUCKET',
  'LEDGER_BUCKET',
  'EXPORTS_BUCKET',
  'FILES_BUCKET',
  'IMPORTS_BUCKET',
  'FILES_SCAN',
  'KEYS_QUEUE_URL',
  'MAIL_QUEUE_URL',
  'EVENT_BUS_NAME',
  'SES_CONFIGURATION_SET',
  'SECRET_PARAMETER',
  'ISSUER_URL',
  'ISSUER_AUDIENCE',
  'MAIL_DOMAIN',
  'MAIL_FROM',
  'PUBLIC_URL',
  'LIVE_URL',
  'LIVE_ENDPOINT',
  'USER_REQUESTS_PER_MINUTE',
  'WORKSPACE_REQUESTS_PER_MINUTE',
];
type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };

let made: Awaited<ReturnType<typeof resources>>;
let lambdas: Found[];
let statements: Statement[];
beforeAll(async () => {
  made = await resources(everyKind());
  lambdas = made.of('AWS::Lambda::Function');
  // What the recount may, which is no function, has tests of its own.
  const policies = made.of('AWS::IAM::Policy').filter(({ stack }) => stack !== 'operations');
  statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
});
const actions = ({ Action }: Statement) => [Action].flat();

describe('every function', () => {
  test('is made once for each entry of the manifest and none besides', () => {
    const names = lambdas.map(({ Properties }) => Properties.FunctionName).sort();
    expect(names).toEqual(
      everyKind()
        .map(({ name }) => `rapport-dev-${name}`)
        .sort(),
    );
  });

  test('runs on Node.js 24, arm64, traced by Lambda and with JSON logs', () => {
    for (const { Properties } of lambdas)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
  });

  test('writes to a log of its own that ends after a month', () => {
    const logs = new Map(made.of('AWS::Logs::LogGroup').map((log) => [`${log.stack} ${log.id}`, log]));
    const used = lambdas.map(({ stack, Properties }) => `${stack} ${Properties.LoggingConfig.LogGroup.Ref}`);
    expect(new Set(used).size).toBe(lambdas.length);
    for (const log of [...used.map((id) => logs.get(id)), ...logs.values()])
      expect(log?.Properties.RetentionInDays).toBe(30);
  });

  test('has a role of its own', () => {
    const roles = lambdas.map(({ stack, Properties }) => `${stack} ${Properties.Role['Fn::GetAtt'][0]}`);
    expect(new Set(roles).size).toBe(lambdas.length);
  });

  test('that sends itself the next page may do so more than sixteen times, and no other', () => {
    const loops = lambdas.filter(({ Properties }) => Properties.RecursiveLoop === 'Allow');
    expect(loops.map(({ Properties }) => Properties.FunctionName.replace('rapport-dev-', '')).sort()).toEqual(
      [
        'identity-on-user-deactivated-hand-over',
        'mail-receive-mail',
        'projections-project-queued',
        'webhooks-send-deliveries',
      ],
    );
  });

  test('that works on files has a heap that is held small, both of its parts, within its memory', () => {
    const held = lambdas.filter(({ Properties }) =>
      Properties.Environment.Variables.NODE_OPTIONS.includes('-space-size'),
    );
    expect(held.map(({ Properties }) => Properties.FunctionName)).toEqual([
      'rapport-dev-jobs-on-job-asked-run',
    ]);
    expect(held[0]?.Properties).toMatchObject({
      MemorySize: 1024,
      Environment: {
        Variables: {
          NODE_OPTIONS: '--enable-source-maps --max-old-space-size=768 --max-semi-space-size=8',
        },
      },
    });
  });

  test('takes no more than 4 KB of environment, which is what Lambda allows', () => {
    for (const { Properties } of lambdas)
      expect(JSON.stringify(Properties.Environment.Variables).length).toBeLessThan(4096);
  });
});

describe('rights', () => {
  test('name each action: no wildcard in any of them', () => {
    expect(statements.flatMap(actions).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('reach every resource only for X-Ray, for the listing of streams and for what SES tells of an identity and lets the account send', () => {
    const everywhere = statements.filter(({ Resource }) => [Resource].flat().includes('*')).flatMap(actions);
    const known = /^xray:Put|^ses:GetIdentity\w+Attributes$|^ses:GetSendQuota$|^dynamodb:ListStreams$/;
    expect(everywhere.filter((action) => !known.test(action))).toEqual([]);
  });

  test('to send mail to any identity of the account, as in the SES sandbox, hold for our own sender only', () => {
    const toAny = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('identity/*'));
    expect(toAny.length).toBeGreaterThan(0);
    for (const { Action, Condition } of toAny) {
      expect(Action).toBe('ses:SendRawEmail');
      expect(Condition).toEqual({ StringEqualsIgnoreCase: { 'ses:FromAddress': 'crm@acme.test' } });
    }
  });

  test('to the table are those that code asks for: no Scan, nothing about the table itself', () => {
    const allowed =
      /^dynamodb:(GetItem|BatchGetItem|Query|ConditionCheckItem|PutItem|UpdateItem|DeleteItem|BatchWriteItem|DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;
    const onTable = statements.flatMap(actions).filter((action) => action.startsWith('dynamodb:'));
    expect(onTable.filter((action) => !allowed.test(action))).toEqual([]);
  });

  test('never reach to change or delete a line of the audit log, and in batches only it and the change feed are written', () => {
    const [auditLog, feed] = [partKeys('AUDIT'), partKeys('FEED')];
    const allowing = (action: string) =>
      statements.filter((one) => one.Effect === 'Allow' && actions(one).includes(action));
    const denied = statements.filter(({ Effect }) => Effect === 'Deny');
    expect(denied).toHaveLength(allowing('dynamodb:DeleteItem').length);
    for (const one of denied) {
      expect(actions(one)).toEqual(expect.arrayContaining(['dynamodb:DeleteItem', 'dynamodb:UpdateItem']));
      expect(one.Condition).toEqual({ 'ForAnyValue:StringLike': auditLog });
    }
    expect(allowing('dynamodb:BatchWriteItem')).toEqual([
      expect.objectContaining({ Condition: { 'ForAllValues:StringLike': auditLog } }),
      expect.objectContaining({ Condition: { 'ForAllValues:StringLike': feed } }),
    ]);
  });
});

test('the keys of the audit log are told from those that hold what people wrote, whatever they wrote', () => {
  const [pattern = ''] = partKeys('AUDIT')['dynamodb:LeadingKeys'];
  // StringLike (IAM): `*` is any letters, `?` is one.
  const like = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
  const id = newId('workspace');
  for (const pk of [
    auditDayPk(id, '2026-11-22'),
    auditActorPk(id, newId('user')),
    auditRecordPk(id, newId('deal')),
  ])
    expect(pk).toMatch(like);
  for (const value of ['#AUDIT#', 'x#AUDIT#y', `ws_${'0'.repeat(26)}#AUDIT#`])
    expect(uniqueKey(id, { name: 'contact_external_id', value }).pk).not.toMatch(like);
});

test('the ledger of erasures is written to, and no function reads, changes or deletes what it says', () => {
  const onLedger = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('erasureledger'));
  expect(onLedger.map(actions)).toEqual([['s3:PutObject']]);
});

/** Unsplit, so that a bundle holds what its own function can reach and nothing that a shared chunk brings along. */
const bundled = () =>
  esbuild({
    ...bundleOptions,
    splitting: false,
    packages: 'external',
    sourcemap: false,
    write: false,
    outdir: 'unwritten',
    entryPoints: Object.fromEntries(functions.map(({ name, entry }) => [name, entry])),
  });

test('a line is put into the audit log by those functions alone whose code has lines to put', async () => {
  const { outputFiles } = await bundled();
  const writing = outputFiles
    .filter(({ text }) => text.includes('type:"audit"')) // of `auditItems`
    .map(({ path }) => basename(path, '.mjs'));
  const deniesPut = (role: unknown) =>
    made
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties.Roles.some((one: { Ref: string }) => one.Ref === role))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[])
      .some((one) => one.Effect === 'Deny' && actions(one).includes('dynamodb:PutItem'));
  const putting = functions.filter(({ name, grants }) => {
    const lambda = lambdas.find(({ Properties }) => Properties.FunctionName === `rapport-dev-${name}`);
    return grants.includes('table:write') && !deniesPut(lambda?.Properties.Role['Fn::GetAtt'][0]);
  });
  const inBatches = functions.filter(({ grants }) => grants.includes('audit:write'));
  expect([...putting, ...inBatches].map(({ name }) => name).sort()).toEqual(writing.sort());
  expect(putting.length).toBeGreaterThan(0);
});

test('no function reads a variable that it is not given', async () => {
  const { outputFiles } = await bundled();
  const given = new Map(
    lambdas.map(({ Properties }) => [Properties.FunctionName, Properties.Environment.Variables]),
  );
  const missing = outputFiles.flatMap(({ path, text }) => {
    const name = basename(path, '.mjs');
    const read = VARIABLES.filter((variable) => new RegExp(`\\b${variable}\\b`).test(text));
    return read
      .filter((variable) => !(variable in given.get(`rapport-dev-${name}`)))
      .map((variable) => `${name}: ${variable}`);
  });
  expect(outputFiles).toHaveLength(functions.length);
  expect(missing).toEqual([]);
});

test('every file directly in a capability’s folder is a function of the manifest', () => {
  const capabilities = readdirSync('functions', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const files = capabilities.flatMap(({ name }) =>
    readdirSync(join('functions', name)).flatMap((file) =>
      file.endsWith('.ts') ? [`functions/${name}/${file}`] : [],
    ),
  );
  expect(functions.map(({ entry }) => entry as string).sort()).toEqual(files.sort());
});
