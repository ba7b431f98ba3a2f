import * as z from 'zod';

const label = z.string().max(40).optional();
const type = z.enum(['mobile', 'work', 'home', 'fax', 'other']).optional();
const extension = z
  .string()
  .regex(/^\d{1,10}$/, 'Digits alone.')
  .optional()
  .describe('What is dialled once somebody has answered.');
/** Numbers are E.164. */
export const Phone = z.strictObject({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Must be E.164, like +4930123456.'),
  extension,
  type,
  label,
});
/** A number as it is written in the workspace's country, with its extension where it has one (`ext. 12`); E.164 is always understood. */
export const WrittenPhone = z.strictObject({
  number: z.string().trim().min(3).max(40),
  extension,
  type,
  label,
});
