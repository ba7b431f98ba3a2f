import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule, type CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Trigger } from '../function-definition.ts';
import { deadLetterQueue } from './queue-pair.ts';

type Scheduled = Extract<Trigger, { kind: 'schedule' }>;

/**
 * Runs a function by the clock, in UTC, with the moment that it was due as its input's `time`. A run that Lambda does not take
 * and a run that fails three times both end in one dead-letter queue.
 */
export function schedule(stack: Stack, group: CfnScheduleGroup, run: Lambda, trigger: Scheduled): Queue {
  const deadLetters = deadLetterQueue(stack, trigger.name);
  run.configureAsyncInvoke({
    onFailure: new SqsDestination(deadLetters),
    retryAttempts: 2,
    maxEventAge: Duration.hours(1),
  });
  const role = new Role(stack, `${trigger.name}-role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [run.functionArn] }));
  deadLetters.grantSendMessages(role);
  const made = new CfnSchedule(stack, `${trigger.name}-schedule`, {
    name: trigger.name,
    groupName: group.ref,
    scheduleExpression: trigger.expression,
    scheduleExpressionTimezone: 'UTC',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: run.functionArn,
      roleArn: role.roleArn,
      // The target of a schedule gets this input and nothing else.
      input: JSON.stringify({ time: '<aws.scheduler.scheduled-time>' }),
      deadLetterConfig: { arn: deadLetters.queueArn },
      retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 5 },
    },
  });
  made.node.addDependency(role);
  return deadLetters;
}
