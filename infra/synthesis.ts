import type { AppProps } from 'aws-cdk-lib';

/**
 * How every synth is made, by the CLI, by the local cloud or by a test. The flags stand here and not in cdk.json because only
 * the CLI reads that file.
 */
export const appProps: AppProps = {
  analyticsReporting: false,
  treeMetadata: false,
  builtinCloudFormationValidation: false, // a second of every synth; the tests have it on
  stackTraces: false,
  context: {
    'aws:cdk:enable-asset-metadata': true, // the local cloud finds a function's code by it
    '@aws-cdk/aws-iam:minimizePolicies': true,
    '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
    '@aws-cdk/core:checkSecretUsage': true,
    '@aws-cdk/core:defaultCrossStackReferences': 'strong', // an export that is in use cannot vanish under its user
    '@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption': true,
    '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
    '@aws-cdk/core:target-partitions': ['aws', 'aws-cn', 'aws-us-gov'],
  },
};
