// biome-ignore-all lint/performance/noBarrelFile: what a package offers is one place
export {
  type Client,
  createClient,
  type Input,
  type Item,
  type ListId,
  type OperationId,
  type Output,
} from './client.ts';
export { type Fault, RapportError } from './error.ts';
export type * from './generated/types.ts';
export type { RequestOptions } from './request.ts';
export type { Retries } from './retry.ts';
export type { ClientSettings } from './send.ts';
export type { Token } from './token.ts';
export { updateFresh } from './update.ts';
