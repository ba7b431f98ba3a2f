import * as z from 'zod';
import { ScanBy } from '../shared/files/scan.ts';

const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096] as const;
const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * What differs between two deployments of the same definition. Each setting is read from the CDK context (`-c stage=prod`)
 * or, failing that, from the environment variable that `SETTINGS` names. The defaults are those of the local cloud.
 */
export const Config = z.strictObject({
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,13}$/, 'a word of at most 14 small letters, digits and hyphens')
    .default('dev'),
  /** Every address at this domain is taken in; its MX record points to SES. */
  mailDomain: z.string().regex(DOMAIN, 'a domain name in small letters').default('in.acme.test'),
  /** The sender of mail when a workspace has not chosen its own; SES verifies its domain. */
  mailFrom: z.email().default('crm@acme.test'),
  /**
   * A subdomain of the sender's domain that bounces come back to (SES, "custom MAIL FROM domain"): with it SPF counts for DMARC. Without
   * one it is SES's own, and DKIM alone counts.
   */
  mailFromDomain: z.string().regex(DOMAIN, 'a domain name in small letters').optional(),
  /** The API's own address where it has a custom domain; without one API Gateway's address is taken in links. */
  publicUrl: z.httpUrl().optional(),
  /**
   * Where the console is opened: the only place to which the sign-in page sends anybody back. Without one it is the host of the
   * certificate; without that, CloudFront's own address, which `deploy.ts` learns and says.
   */
  consoleUrl: z.httpUrl().optional(),
  logRetentionDays: z.coerce
    .number()
    .refine(
      (days) => RETENTION_DAYS.some((allowed) => allowed === days),
      `one of ${RETENTION_DAYS.join(', ')}`,
    )
    .default(30),
  /** Raw mails become cheaper to keep (and as fast to read) after this many days; none is ever deleted by a clock. */
  coolRawMailAfterDays: z.coerce.number().int().min(30).default(90),
  /**
   * Who says whether an uploaded file is clean: nobody; GuardDuty Malware Protection for S3, which is then set up for the bucket and
   * billed by the gigabyte; or a scanner of one's own, which answers by the API (docs/files.md).
   */
  scan: ScanBy.default('off'),
  /** Who is told when an alarm rings; nobody is while it is unset. */
  alarmMail: z.email().optional(),
  /** Requests a minute of one user or API key, and of a workspace as a whole; 0 is no limit. */
  userRequestsPerMinute: z.coerce.number().int().min(0).default(6000),
  workspaceRequestsPerMinute: z.coerce.number().int().min(0).default(30_000),
  /** Hosts that webhooks may be sent to though they are private or without TLS, separated by commas. For trials only. */
  webhookAllow: z
    .string()
    .regex(/^[\w.:,-]*$/, 'hosts separated by commas')
    .default(''),
  /**
   * A firewall (WAF) at the edge before console and API, and an API that refuses whoever goes past the edge. Off by default: the
   * firewall costs about $11 a month, used or not (docs/cost.md).
   */
  edge: z.stringbool().default(false),
  /** The certificate (ACM, us-east-1) of the host in `publicUrl`, at which console and API are then served. */
  edgeCertificate: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'the ARN of a certificate in us-east-1')
    .optional(),
  /**
   * Which version of the edge's secret (`deploy.ts` says it). A template that only names the parameter stays the same when another
   * value is put, so that the functions would get it with their next change and the edge, which had none, would not.
   */
  edgeSecretVersion: z.coerce.number().int().min(1).optional(),
  /** Where it is deployed; the CDK CLI says it. Only the edge has to know, because its firewall stands in us-east-1. */
  region: z.string().optional(),
});
export type Config = z.infer<typeof Config>;

const SETTINGS = {
  stage: 'RAPPORT_STAGE',
  mailDomain: 'RAPPORT_MAIL_DOMAIN',
  mailFrom: 'RAPPORT_MAIL_FROM',
  mailFromDomain: 'RAPPORT_MAIL_FROM_DOMAIN',
  publicUrl: 'RAPPORT_PUBLIC_URL',
  consoleUrl: 'RAPPORT_CONSOLE_URL',
  logRetentionDays: 'RAPPORT_LOG_RETENTION_DAYS',
  coolRawMailAfterDays: 'RAPPORT_COOL_RAW_MAIL_AFTER_DAYS',
  scan: 'RAPPORT_SCAN',
  alarmMail: 'RAPPORT_ALARM_MAIL',
  userRequestsPerMinute: 'RAPPORT_USER_REQUESTS_PER_MINUTE',
  workspaceRequestsPerMinute: 'RAPPORT_WORKSPACE_REQUESTS_PER_MINUTE',
  webhookAllow: 'RAPPORT_WEBHOOK_ALLOW',
  edge: 'RAPPORT_EDGE',
  edgeCertificate: 'RAPPORT_EDGE_CERTIFICATE',
  edgeSecretVersion: 'RAPPORT_EDGE_SECRET_VERSION',
  region: 'CDK_DEFAULT_REGION',
} as const satisfies Record<keyof Config, string>;

/** What a setting cannot do without: a certificate the host that it is for; the firewall a host, which links must name, and its region. */
const needs = { edge: ['publicUrl', 'edgeCertificate', 'region'], edgeCertificate: ['publicUrl'] } as const;
const missingFor = (config: Config) =>
  (['edge', 'edgeCertificate'] as const)
    .flatMap((by) => (config[by] ? needs[by].map((key) => ({ key, by })) : []))
    .filter(({ key }, i, all) => config[key] === undefined && all.findIndex((one) => one.key === key) === i);

/** The domain that mail goes out from. */
export const senderDomainOf = ({ mailFrom }: Pick<Config, 'mailFrom'>) =>
  mailFrom.slice(mailFrom.indexOf('@') + 1).toLowerCase();

/** SES wants a subdomain of the identity for bounces, from which nothing is sent and where nothing comes in. */
function wrongReturnPath(config: Config | undefined) {
  const { mailFromDomain, mailDomain } = config ?? {};
  if (!config || !mailFromDomain) return [];
  const above = senderDomainOf(config);
  const isRight = mailFromDomain.endsWith(`.${above}`) && mailFromDomain !== mailDomain;
  const message = `a subdomain of ${above} that is not \`mailDomain\``;
  return isRight ? [] : [{ path: ['mailFromDomain'], message }];
}

type Sources = {
  context: (key: string) => unknown;
  env: Record<string, string | undefined>;
};

/** Reads and checks the settings. Throws one Error that lists every wrong setting by the names it can be given under. */
export function readConfig({ context, env }: Sources): Config {
  const given = Object.entries(SETTINGS).flatMap(([key, variable]) => {
    const value = context(key) ?? env[variable];
    return value === undefined || value === '' ? [] : [[key, value]];
  });
  const parsed = Config.safeParse(Object.fromEntries(given));
  const missing = missingFor(parsed.data ?? ({} as Config));
  const wrongPath = wrongReturnPath(parsed.data);
  if (parsed.success && missing.length + wrongPath.length === 0) return parsed.data;
  const faults = [
    ...(parsed.error?.issues ?? []),
    ...wrongPath,
    ...missing.map(({ key, by }) => ({ path: [key], message: `needed where \`${by}\` is given` })),
  ];
  const wrong = faults.map(({ path, message }) => {
    const key = String(path[0]);
    return `  ${key} (-c ${key}=… or ${SETTINGS[key as keyof Config]}): ${message}`;
  });
  throw new Error(`The configuration is wrong:\n${wrong.join('\n')}`);
}

/** The name of the SSM SecureString parameter with the deployment's secret; `deploy.ts` makes it, the template names it. */
export const secretNameOf = ({ stage }: Pick<Config, 'stage'>) => `/rapport/${stage}/secret`;

/** The name that a resource of this deployment has where AWS asks for one that is unique in the account. */
export const nameOf = ({ stage }: Pick<Config, 'stage'>, name: string) => `rapport-${stage}-${name}`;

/** The name of the SSM parameter with what the edge sends along and the API asks for; `deploy.ts` makes it. */
export const edgeSecretNameOf = ({ stage }: Pick<Config, 'stage'>) => `/rapport/${stage}/edge`;

/** A stack's region, where one must be known: what stands in us-east-1 can be named only by stacks that say where they are. */
export const placeOf = ({ edge, region }: Config) => (edge && region ? { env: { region } } : {});

/** The name of the SSM parameter by which `deploy.ts` learns where the console stands: its address, and the bucket of its files. */
export const consoleNameOf = ({ stage }: Pick<Config, 'stage'>) => `/rapport/${stage}/console`;

/** Where the console is opened, as far as the settings say. */
export const homeOf = ({ consoleUrl, edgeCertificate, publicUrl }: Config): string | undefined =>
  (consoleUrl ?? (edgeCertificate && publicUrl))?.replace(/\/$/, '');

/** Before a first deployment knows its address, and in the local cloud. */
export const localHome = 'http://localhost:3000';
