/** What each kind of resource is called and what `Ref` and `Fn::GetAtt` of it give. */
export type Place = { region: string; account: string; apiUrl: string; issuerUrl: string; sqsUrl: string };
export type Named = { type: string; id: string; properties: () => Record<string, unknown> };

type Kind = {
  /** The property that may hold the physical name. */
  nameIn?: string;
  /** The part of the ARN after `arn:aws:`, made from the physical name; `R` and `A` stand for region and account. */
  arn?: (id: string) => string;
  /** `Ref`, where it is not the physical name. */
  ref?: (named: Named, place: Place) => string;
  attributes?: Record<string, (named: Named, place: Place) => unknown>;
};

const account = '000000000000';
/** Sockets come in at the API's own port. */
export const socketUrl = ({ apiUrl }: Pick<Place, 'apiUrl'>): string => apiUrl.replace(/^http/, 'ws');

/** The kinds that the local cloud runs. */
const kinds: Record<string, Kind> = {
  'AWS::DynamoDB::GlobalTable': {
    nameIn: 'TableName',
    arn: (id) => `dynamodb:R:A:table/${id}`,
    attributes: { StreamArn: (named, place) => `${arnOf(named, place)}/stream/local` },
  },
  'AWS::Lambda::Function': { nameIn: 'FunctionName', arn: (id) => `lambda:R:A:function:${id}` },
  'AWS::Lambda::EventSourceMapping': {},
  'AWS::Lambda::EventInvokeConfig': {},
  'AWS::ApiGatewayV2::Api': {
    arn: (id) => `apigateway:R::/apis/${id}`,
    attributes: {
      ApiEndpoint: (named, place) =>
        named.properties().ProtocolType === 'WEBSOCKET' ? socketUrl(place) : place.apiUrl,
      ApiId: (named) => named.id,
    },
  },
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::RouteResponse': {},
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Authorizer': {},
  'AWS::ApiGatewayV2::Stage': { nameIn: 'StageName' },
  'AWS::SQS::Queue': {
    nameIn: 'QueueName',
    arn: (id) => `sqs:R:A:${id}`,
    ref: (named, place) => `${place.sqsUrl}/${account}/${named.id}`,
    attributes: {
      QueueName: (named) => named.id,
      QueueUrl: (named, place) => `${place.sqsUrl}/${account}/${named.id}`,
    },
  },
  'AWS::S3::Bucket': {
    nameIn: 'BucketName',
    arn: (id) => `s3:::${id}`,
    attributes: {
      DomainName: (named) => `${named.id}.s3.amazonaws.com`,
      RegionalDomainName: (named, place) => `${named.id}.s3.${place.region}.amazonaws.com`,
    },
  },
  'AWS::SNS::Topic': {
    nameIn: 'TopicName',
    arn: (id) => `sns:R:A:${id}`,
    ref: (named, place) => arnOf(named, place),
    attributes: { TopicArn: (named, place) => arnOf(named, place), TopicName: (named) => named.id },
  },
  'AWS::SNS::Subscription': {},
  'AWS::Events::EventBus': {
    nameIn: 'Name',
    arn: (id) => `events:R:A:event-bus/${id}`,
    attributes: { Name: (named) => named.id },
  },
  'AWS::Events::Rule': { nameIn: 'Name', arn: (id) => `events:R:A:rule/${id}` },
  'AWS::Scheduler::Schedule': { nameIn: 'Name', arn: (id) => `scheduler:R:A:schedule/default/${id}` },
  'AWS::SES::ConfigurationSet': { nameIn: 'Name', arn: (id) => `ses:R:A:configuration-set/${id}` },
  'AWS::SES::ConfigurationSetEventDestination': {},
  'AWS::SES::EmailIdentity': { nameIn: 'EmailIdentity', arn: (id) => `ses:R:A:identity/${id}` },
  'AWS::SES::ReceiptRuleSet': { nameIn: 'RuleSetName' },
  'AWS::SES::ReceiptRule': {},
  'AWS::Cognito::UserPool': {
    nameIn: 'UserPoolName',
    arn: (id) => `cognito-idp:R:A:userpool/${id}`,
    attributes: {
      UserPoolId: (named) => named.id,
      ProviderURL: (_named, place) => place.issuerUrl,
      ProviderName: (named, place) => `cognito-idp.${place.region}.amazonaws.com/${named.id}`,
    },
  },
  'AWS::Cognito::UserPoolClient': { nameIn: 'ClientName', attributes: { ClientId: (named) => named.id } },
  'AWS::SSM::Parameter': {
    nameIn: 'Name',
    arn: (id) => `ssm:R:A:parameter/${id.replace(/^\//, '')}`,
    attributes: { Value: (named) => named.properties().Value },
  },
};

/** Kinds that deliberately mean nothing on a laptop: permissions, monitoring, retention, DNS, and what only a deployment does. */
const meaningless = [
  /^AWS::IAM::/,
  /^AWS::Logs::/,
  /^AWS::CloudWatch::/,
  /^AWS::CDK::Metadata$/,
  /^AWS::Lambda::(Permission|LayerVersion|Version|Alias)$/,
  /^AWS::(SQS::Queue|S3::Bucket|SNS::Topic)Policy$/,
  /^AWS::Events::EventBusPolicy$/,
  /^AWS::Scheduler::ScheduleGroup$/,
  /^AWS::KMS::/,
  /^AWS::CodeBuild::/, // the recount, which is a command here
  /^AWS::Cognito::(UserPoolDomain|UserPoolGroup|UserPoolResourceServer|ManagedLoginBranding)$/,
  // The local server answers for the edge: console/paths.ts and console/headers.ts are the rules of both.
  /^AWS::(CloudFront|WAFv2)::/,
  /^AWS::ResourceGroups::|^AWS::Budgets::|^AWS::Synthetics::/,
  // Custom resources act on a deployment (activate the receipt rule set, make the secret), and so do the functions behind them.
  /^Custom::/,
  /^AWS::CloudFormation::(CustomResource|WaitConditionHandle)$/,
];

export const isRun = (type: string): boolean => Object.hasOwn(kinds, type);
export const meansNothingHere = (type: string): boolean => meaningless.some((pattern) => pattern.test(type));

/** The property of `type` that names the resource. */
export const namePropertyOf = (type: string): string | undefined => kinds[type]?.nameIn;

export function arnOf(named: Named, place: Place): string {
  const rest = kinds[named.type]?.arn?.(named.id) ?? `local:R:A:${named.id}`;
  return `arn:aws:${rest.replace(':R:', `:${place.region}:`).replace(':A:', `:${place.account}:`)}`;
}

export const refOf = (named: Named, place: Place): string =>
  kinds[named.type]?.ref?.(named, place) ?? named.id;

/** `Fn::GetAtt`. An attribute of a kind that is not run stands as its own name, which shows where it is used by mistake. */
export function attributeOf(named: Named, attribute: string, place: Place): unknown {
  const make = kinds[named.type]?.attributes?.[attribute];
  if (make) return make(named, place);
  return attribute.endsWith('Arn') ? arnOf(named, place) : `${named.id}.${attribute}`;
}
