import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { everyKind } from './every-kind.ts';
import { build } from './synthesized.ts';

function findings(app: App): string[] {
  app.synth();
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
}

test('AwsSolutions finds nothing without a written reason, and CloudFormation would take every template', async () => {
  const { app, close } = await build(everyKind(), {
    builtinCloudFormationValidation: true,
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  expect(findings(app)).toEqual([]);
  close();
});

test('a bucket of no care at all would be found', () => {
  const app = new App();
  new Bucket(new Stack(app, 'careless'), 'bucket');
  expect(findings(app)).toContainEqual(expect.stringContaining('AwsSolutions-S10'));
});
