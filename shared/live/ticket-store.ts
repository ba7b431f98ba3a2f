import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from '../core/projection.ts';
import { commit } from '../platform/commit.ts';
import { db, tableName } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { hashOfTicket, Ticket } from './ticket.ts';

/** A ticket is a credential, and lies outside of any workspace as the others do: from it a connection gets its own. */
const ticketKey = (text: string): Key => ({ pk: `LIVETICKET#${hashOfTicket(text)}`, sk: 'LIVETICKET' });

/** LIVE-1: one Put. */
export const keepTicket = (text: string, ticket: Ticket): Promise<void> =>
  commit([
    {
      action: {
        Put: {
          Item: { ...ticket, ...ticketKey(text) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    },
  ]);

/**
 * LIVE-1: one Delete, which of two that come at once only one gets. Undefined for a ticket that was never made, was used, or is
 * out of its time: the table's own clock may be late by days.
 */
export async function takeTicket(text: string, nowS: number): Promise<Ticket | undefined> {
  try {
    const { Attributes } = await db.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: ticketKey(text),
        ConditionExpression: 'expiresAt > :now',
        ExpressionAttributeValues: { ':now': nowS },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Ticket.parse(Attributes, parseContext());
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
