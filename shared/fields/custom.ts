import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Currency } from '../core/codes.ts';
import { isKeptNumber } from '../core/kept-number.ts';
import { pageKinds } from '../core/policy.ts';

/** Kinds of record that have custom fields. */
export const customKinds = pageKinds;
export const CustomKind = z.enum(customKinds);
export type CustomKind = z.infer<typeof CustomKind>;

export const CustomName = z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/, 'Like `budget` or `shoeSize`.');
const money = {
  amountCents: z.int(),
  currency: Currency,
};
const plain = [
  z.string().max(10_000),
  z.number().refine(isKeptNumber, 'A number from -(2^53 - 1) to 2^53 - 1.'),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
] as const;
export const CustomValue = z.union([...plain, z.strictObject(money)]);
export type CustomValue = z.infer<typeof CustomValue>;
/** What a record keeps under `custom`: by the key of the field, which never changes. */
export const CustomFields = z.record(CustomName, CustomValue);
export type CustomFields = z.infer<typeof CustomFields>;
const MoneyPatch = z.strictObject({
  amountCents: money.amountCents.nullish(),
  currency: money.currency.nullish(),
});
/** RFC 7396: a name that is left out stays, null clears it. */
export const CustomPatch = z.record(CustomName, z.union([...plain, MoneyPatch]).nullable());

/** Values of unique fields that a record holds, folded and hashed; kept beside `custom` and shown to nobody. */
export const CustomKeys = z.array(z.object({ key: z.string(), value: z.string() }));
export type CustomKeys = z.infer<typeof CustomKeys>;

/** Where two spellings are one value: case and width of letters and the space around them make no difference. */
export function foldedValue(value: CustomValue): string {
  const text = String(value).normalize('NFKC').trim().toLowerCase();
  return createHash('sha256').update(text).digest('base64url'); // no key of the table tells a value, and each fits in one
}
