import * as z from 'zod';
import { Country } from '../core/codes.ts';

const line = (most: number) => z.string().trim().min(1).max(most).optional();
/** A postal address; its parts as vCard 4.0 names them (RFC 6350, 6.3.1). */
export const Address = z.strictObject({
  label: line(40),
  street: line(300),
  city: line(100),
  region: line(100),
  postalCode: line(20),
  /** ISO 3166-1 alpha-2. */
  country: Country.optional(),
});
