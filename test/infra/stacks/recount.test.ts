import { beforeAll, describe, expect, test } from 'vitest';
import { type Found, resources } from './synthesized.ts';

let of: (type: string) => Found[];
beforeAll(async () => {
  const made = await resources();
  of = (type) => made.of(type).filter(({ stack }) => stack === 'operations');
});
const only = (type: string) => {
  const all = of(type);
  expect(all).toHaveLength(1);
  return all[0] as Found;
};
const text = (value: unknown) => JSON.stringify(value);

describe('the monthly recount', () => {
  test('is begun once a month, in UTC, and one at a time', () => {
    const project = only('AWS::CodeBuild::Project');
    const { ScheduleExpression, ScheduleExpressionTimezone, Target } =
      only('AWS::Scheduler::Schedule').Properties;
    expect([ScheduleExpression, ScheduleExpressionTimezone]).toEqual(['cron(0 3 2 * ? *)', 'UTC']);
    expect(Target.Arn).toEqual({ 'Fn::GetAtt': [project.id, 'Arn'] });
    expect(project.Properties.ConcurrentBuildLimit).toBe(1);
  });

  test('runs the command on a snapshot, in an image that has a Node for it, with the table’s name', () => {
    const { Source, Environment } = only('AWS::CodeBuild::Project').Properties;
    const { phases } = JSON.parse(Source.BuildSpec);
    expect(phases.build.commands).toEqual(['node recount.mjs --snapshot']);
    expect(phases.install['runtime-versions'].nodejs).toBeGreaterThanOrEqual(20);
    expect(Environment.EnvironmentVariables.map(({ Name }: { Name: string }) => Name)).toEqual([
      'TABLE_NAME',
    ]);
  });

  test('may restore from the table and nothing else with it; it reads, fills and deletes the copy alone', () => {
    const statements = of('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => text(Action).includes('dynamodb:'));
    expect(statements).toHaveLength(2);
    const isCopy = (resource: unknown) => text(resource).includes('-recount"');
    for (const { Action, Resource, Effect } of statements) {
      expect(Effect).toBe('Allow');
      const onTable = [Resource].flat().filter((resource) => !isCopy(resource));
      if (onTable.length > 0) expect(Action).toBe('dynamodb:RestoreTableToPointInTime');
    }
  });

  test('tells the topic of the alarms when it fails, faults or takes too long, and where to read on', () => {
    const topic = only('AWS::SNS::Topic');
    const { EventPattern, Targets } = only('AWS::Events::Rule').Properties;
    expect(EventPattern.detail['build-status'].sort()).toEqual(['FAILED', 'FAULT', 'TIMED_OUT']);
    expect(EventPattern.detail['project-name']).toEqual([{ Ref: only('AWS::CodeBuild::Project').id }]);
    expect(Targets).toHaveLength(1);
    expect(Targets[0].Arn).toEqual({ Ref: topic.id });
    expect(Targets[0].Input).toContain('docs/operations.md#recounting');
    expect(text(only('AWS::SNS::TopicPolicy').Properties)).toContain('events.amazonaws.com');
  });
});
