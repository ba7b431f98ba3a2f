import type * as z from 'zod';
import type { GovernedKind } from '../core/policy.ts';

/**
 * What the API says of a kind of record: its words, its schemas and its limits, without the code that fulfils it. One shape
 * makes the routes that every kind has (`record-routes.ts`).
 */
export type RecordShape = {
  kind: GovernedKind;
  /** In an operation's id: `Company`, `Companies`. */
  name: string;
  names: string;
  tag: string;
  /** In a sentence: `a company`. */
  a: string;
  example: { id: string; created: object; patch: object };
  body: z.ZodObject;
  created: z.ZodObject;
  patch: z.ZodObject;
  /** Orders of its list besides `created` and `updated`; the first letter of an ascending one is A. */
  orders: readonly string[];
  /** Fields that name other records, by which its list is asked for. */
  related: readonly string[];
  /** By which fields `PUT` finds the record that is there. */
  matchBy: readonly [string, ...string[]];
  /** Codes of what creating and changing may answer besides those of every kind. */
  errors: readonly string[];
};
