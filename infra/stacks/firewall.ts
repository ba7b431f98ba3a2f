import { Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { type Config, nameOf } from '../config.ts';

type Rule = Omit<CfnWebACL.RuleProperty, 'visibilityConfig' | 'priority'>;

/**
 * Rules of the common set that only count. All of them read bodies, and what is posted here is what people write: a mail template is
 * HTML, a visitor's message names web addresses, a multipart form is longer than the 8 KB that the size rule allows. Bodies are
 * parsed by closed schemas, kept as data and escaped wherever they are shown, so blocking them would lose leads and win nothing.
 * Programs that post to a form from a server need no User-Agent.
 */
const COUNTED = [
  'SizeRestrictions_BODY',
  'SizeRestrictions_QUERYSTRING', // 2,048 signs, which a cursor alone may have
  'CrossSiteScripting_BODY',
  'GenericRFI_BODY',
  'GenericLFI_BODY',
  'EC2MetaDataSSRF_BODY',
  'NoUserAgent_HEADER',
];

const managed = (name: string, counted: readonly string[] = []): Rule => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ...(counted.length > 0 && {
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      }),
    },
  },
});

const MINUTE_S = 60;
/** Requests a minute of one address: an office behind one address is many people. The functions count each user by themselves. */
const PER_ADDRESS = 12_000;

/** `factor`: a user's own limit is the functions' to hold, to the request; the firewall stops what is far beyond. */
function rateRules({ userRequestsPerMinute }: Config, factor = 2): Rule[] {
  const perCredential = Math.max(100, (userRequestsPerMinute || PER_ADDRESS) * factor);
  const block = { action: { block: { customResponse: { responseCode: 429 } } } };
  return [
    {
      ...block,
      name: 'requests-of-an-address',
      statement: {
        rateBasedStatement: {
          aggregateKeyType: 'IP',
          limit: PER_ADDRESS,
          evaluationWindowSec: MINUTE_S,
        },
      },
    },
    {
      ...block,
      name: 'requests-of-a-credential',
      statement: {
        rateBasedStatement: {
          aggregateKeyType: 'CUSTOM_KEYS',
          customKeys: [
            { header: { name: 'authorization', textTransformations: [{ priority: 0, type: 'NONE' }] } },
          ],
          limit: perCredential,
          evaluationWindowSec: MINUTE_S,
        },
      },
    },
  ];
}

/** No operation takes more than 1 MB; the firewall reads the length that is claimed, since it sees only a body's beginning. */
const tooLong: Rule = {
  name: 'bodies-of-two-megabytes',
  action: { block: { customResponse: { responseCode: 413 } } },
  statement: {
    regexMatchStatement: {
      fieldToMatch: { singleHeader: { Name: 'content-length' } },
      regexString: '^([2-9][0-9]{6}|[0-9]{8,})$',
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  },
};

const rulesOf = (config: Config): Rule[] => [
  managed('AWSManagedRulesAmazonIpReputationList'),
  ...rateRules(config),
  tooLong,
  managed('AWSManagedRulesKnownBadInputsRuleSet'),
  managed('AWSManagedRulesCommonRuleSet', COUNTED),
];

const measured = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** What a sample of a request, which AWS shows for three hours, must not show. */
const hidden = (fieldType: string, fieldKeys?: string[]) => ({
  action: 'SUBSTITUTION',
  field: { fieldType, ...(fieldKeys && { fieldKeys }) },
});

/** The firewall of the edge. CloudFront takes one that stands in us-east-1, wherever the rest is. */
export function firewallStack(scope: Construct, id: string, config: Config) {
  const stack = new Stack(scope, id, {
    env: { region: 'us-east-1' },
    crossRegionReferences: true,
    description: 'Rapport: the firewall of the edge',
  });
  const acl = new CfnWebACL(stack, 'firewall', {
    name: nameOf(config, 'edge'),
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: measured(nameOf(config, 'edge')),
    rules: rulesOf(config).map((rule, priority) => ({
      ...rule,
      priority,
      visibilityConfig: measured(rule.name),
    })),
    dataProtectionConfig: {
      dataProtections: [
        hidden('SINGLE_HEADER', ['authorization']),
        hidden('SINGLE_HEADER', ['cookie']),
        hidden('QUERY_STRING'),
        hidden('BODY'),
      ],
    },
  });
  return { stack, aclArn: acl.attrArn };
}
