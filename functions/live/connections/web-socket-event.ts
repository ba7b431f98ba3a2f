import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';

/** As API Gateway makes them; the query is there of a connection that begins. */
export type WebSocketEvent = APIGatewayProxyWebsocketEventV2 & {
  queryStringParameters?: Record<string, string | undefined>;
};
