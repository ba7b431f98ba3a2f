import { beforeAll, describe, expect, test } from 'vitest';
import { type Found, resources } from './synthesized.ts';

let of: (type: string) => Found[];
let everything: Awaited<ReturnType<typeof resources>>;
beforeAll(async () => {
  everything = await resources();
  of = (type) => everything.of(type).filter(({ stack }) => stack === 'live');
});

describe('the WebSocket API', () => {
  test('has a route for who comes, who goes and what they say, all of one function, and no other', () => {
    expect(of('AWS::ApiGatewayV2::Api').map(({ Properties }) => Properties.ProtocolType)).toEqual([
      'WEBSOCKET',
    ]);
    const keys = of('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
    expect(keys.sort()).toEqual(['$connect', '$default', '$disconnect']);
    const uris = of('AWS::ApiGatewayV2::Integration').map(({ Properties }) =>
      JSON.stringify(Properties.IntegrationUri),
    );
    expect(new Set(uris).size).toBe(1);
  });

  test('may call its function for each of the three, and answers by what the function says where something was said', () => {
    const allowed = of('AWS::Lambda::Permission').map(({ Properties }) =>
      String(Properties.SourceArn['Fn::Join'][1].at(-1)),
    );
    expect(allowed.sort()).toEqual(['/*$connect', '/*$default', '/*$disconnect']);
    const answering = of('AWS::ApiGatewayV2::Route').filter(
      ({ Properties }) => Properties.RouteResponseSelectionExpression,
    );
    expect(answering.map(({ Properties }) => Properties.RouteKey)).toEqual(['$default']);
    expect(of('AWS::ApiGatewayV2::RouteResponse')).toHaveLength(1);
  });

  test('has one stage, with a throttle, and writes no log of requests, in whose first lines tickets stand', () => {
    expect(of('AWS::ApiGatewayV2::Stage').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        StageName: 'live',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
      }),
    ]);
    const [stage] = of('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties.AccessLogSettings).toBeUndefined();
  });

  test('is written to by the two functions that tell and end, and by no other', () => {
    const writing = everything
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) =>
        JSON.stringify(Properties.PolicyDocument).includes('execute-api:ManageConnections'),
      );
    expect(writing.map(({ id }) => id.replace(/role.*/, '')).sort()).toEqual([
      'liveoneventtellconnections',
      'liveserveconnections',
    ]);
  });
});

test('of every write of a record, of every score and risk that moved, of every end of a sign-in, of every shutting out and of every notification the telling function hears, and of no deed besides', () => {
  const [rule] = everything
    .of('AWS::Events::Rule')
    .filter(({ id }) => id.startsWith('liveoneventtellconnections'));
  expect(rule?.Properties.EventPattern).toEqual({
    source: ['crm'],
    'detail-type': [
      { suffix: '.created' },
      { suffix: '.updated' },
      { suffix: '.deleted' },
      { suffix: '.restored' },
      'contact.scored',
      'contact.risked',
      'notification.made',
      'user.deactivated',
      'session.ended',
    ],
    detail: { version: [1] },
  });
});
