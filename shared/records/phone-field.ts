import * as z from 'zod';

const label = z.string().max(40).optional();
const type = z.enum(['mobile', 'work', 'home', 'fax', 'other']).optional();
/** Numbers are E.164. */
export const Phone = z.strictObject({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/, 'Must be E.164, like +4930123456.'),
  type,
  label,
});
/** A number as it is written in the workspace's country; E.164 is always understood. */
export const WrittenPhone = z.strictObject({ number: z.string().trim().min(3).max(40), type, label });
