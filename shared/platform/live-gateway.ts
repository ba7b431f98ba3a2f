import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { env } from './env.ts';

let made: ApiGatewayManagementApiClient | undefined;
const client = () => {
  made ??= new ApiGatewayManagementApiClient({ endpoint: env('LIVE_ENDPOINT'), maxAttempts: 4 });
  return made;
};

/** Whether the connection was there. Throws what the SDK throws, after it has tried four times. */
async function unlessGone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof GoneException) return false;
    throw error;
  }
}

/** Sends a message to one connection; false where that is gone. */
export const postTo = (connectionId: string, message: object): Promise<boolean> =>
  unlessGone(() =>
    client().send(
      new PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(JSON.stringify(message)) }),
    ),
  );

/** Ends one connection; false where it is gone already. */
export const disconnect = (connectionId: string): Promise<boolean> =>
  unlessGone(() => client().send(new DeleteConnectionCommand({ ConnectionId: connectionId })));
