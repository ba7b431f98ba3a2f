import * as z from 'zod';
import { defineRecord, recordBase } from '../core/record.ts';
import { Role } from './membership.ts';

/** A person who works in a workspace. The id is that of the credential's `sub`, so one person has one id everywhere. */
export const User = z.object({
  ...recordBase('user'),
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  role: Role,
  status: z.enum(['active', 'deactivated']).default('active'),
});
export type User = z.infer<typeof User>;
export const userRecord = defineRecord('user', User, ({ email }) => [
  { name: 'user_email', value: email.toLowerCase() },
]);
