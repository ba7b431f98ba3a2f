import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { db } from '../../../shared/platform/dynamo.ts';
import { sentinels } from './sentinels.ts';

const $metadata = { httpStatusCode: 400, requestId: 'REQ' };
const Item = { email: { S: sentinels.email }, name: { S: sentinels.name } };
const message = `One or more values are invalid: ${sentinels.name} <${sentinels.email}> ${sentinels.sentence}`;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
/** An item as it should not be: each text is a person's, and each list and map a text. */
const spoilt = (item: object) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      ['pk', 'sk', 'expiresAt'].includes(name)
        ? value
        : isObject(value)
          ? sentinels.sentence
          : [sentinels.name],
    ]),
  );
const spoiltAnswer = (output: Record<string, unknown>) => ({
  ...output,
  ...(isObject(output.Item) && { Item: spoilt(output.Item) }),
  ...(isObject(output.Attributes) && { Attributes: spoilt(output.Attributes) }),
  ...(Array.isArray(output.Items) && { Items: output.Items.map(spoilt) }),
  ...(isObject(output.Responses) && {
    Responses: Object.fromEntries(
      Object.entries(output.Responses).map(([table, items]) => [table, (items as object[]).map(spoilt)]),
    ),
  }),
});

type Next = (args: never) => Promise<{ output: Record<string, unknown> }>;
const throwing = (error: () => Error) => () => {
  throw error();
};
/** What a table can do to a request, each with personal data in what it says. */
export const faults: Record<
  string,
  (next: Next, args: never) => Promise<{ output: Record<string, unknown> }>
> = {
  'refuses a condition': throwing(() => new ConditionalCheckFailedException({ message, Item, $metadata })),
  'refuses a value': throwing(
    () => new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata }),
  ),
  'cancels a transaction': throwing(
    () =>
      new TransactionCanceledException({
        message,
        CancellationReasons: [{ Code: 'ValidationError', Message: message, Item }],
        $metadata,
      }),
  ),
  'cannot be reached': throwing(() =>
    Object.assign(new Error(`connect ECONNREFUSED "${sentinels.email}"`, { cause: new Error(message) }), {
      code: 'ECONNREFUSED',
      input: Item,
    }),
  ),
  'answers what cannot be read': async (next, args) => {
    const answer = await next(args);
    return { ...answer, output: spoiltAnswer(answer.output) };
  },
};

let present: (typeof faults)[string] | undefined;
/** The table behaves so until it is told otherwise. */
export const tableThat = (fault?: string): void => {
  present = fault === undefined ? undefined : faults[fault];
};
db.middlewareStack.add(
  ((next: Next) => (args: never) => (present ? present(next, args) : next(args))) as never,
  {
    step: 'initialize',
    name: 'faults',
    priority: 'low',
  },
);
