import * as z from 'zod';
import { idOf } from './ids.ts';

/** What every list takes: at most 100 items a page, and the cursor that the page before gave. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('The most items of a page.'),
  cursor: z.string().max(2048).optional().describe('From the page before; only for the same list.'),
});
/** Of a list's order. */
export const Direction = z.enum(['asc', 'desc']);
export const OwnerQuery = z
  .union([z.literal('me'), z.literal('none'), idOf('user')])
  .describe('Whose: mine, nobody’s, a user’s. All that one may see where it is left out.');
export type PageRequest = { limit: number; cursor?: string | undefined };
export type Page<T> = { items: T[]; cursor?: string | undefined };
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({
    items: z.array(item),
    cursor: z.string().optional().describe('Give it back as `cursor` for the next page; absent on the last.'),
  });
