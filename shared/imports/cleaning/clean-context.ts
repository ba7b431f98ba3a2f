import type { FieldType } from '../../fields/field.ts';
import type { DayOrder } from './day-order.ts';

export type CleanContext = {
  /** ISO 3166-1 alpha-2: where numbers, dates and phone numbers are written as they are there. */
  country?: string | undefined;
  /** What `dayOrderOf` told of the whole column. */
  dayOrder?: DayOrder | undefined;
  /** Values that are known of a field; one that is nearly one of them is asked about. */
  known?: Readonly<Record<string, readonly string[]>> | undefined;
  /** By field, what is meant otherwise than it is written. */
  replaced?: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  /** Types of the workspace's own fields by their keys; what is not here is a text. */
  customTypes?: Readonly<Record<string, FieldType>> | undefined;
};
