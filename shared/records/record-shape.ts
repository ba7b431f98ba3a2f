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
  /** Orders of its list besides `created` and `updated`. */
  orders: readonly string[];
  /** Those of them that begin with the least where nothing else is said; `name` always does. */
  ascending?: readonly string[];
  /** Those that no list is kept in: for them a list is read whole and put in order, a thousand records at most. */
  unkept?: readonly string[];
  /** The field that an order is by, where it is called otherwise: who may not see it may not ask for the order. */
  orderedBy?: Readonly<Record<string, string>>;
  /** Fields that name other records, by which its list is asked for. */
  related: readonly string[];
  /** Fields of few values, by which its list is asked for; newest first, or `worked` off in an order of its own (`listEntries`). */
  states?: Readonly<Record<string, { values: z.ZodEnum; worked?: true }>>;
  /** By which fields `PUT` finds the record that is there. */
  matchBy: readonly [string, ...string[]];
  /** The field that one of them is of, where it is called otherwise: who may not see it may not find by it. */
  matched?: Readonly<Record<string, string>>;
  /** Codes of what creating and changing may answer besides those of every kind. */
  errors: readonly string[];
};
