/**
 * Whether a number can be stored and read again as it is. Beyond 2^53 - 1 no two programs need agree on one (RFC 7493, 2.2), and
 * the SDK takes none; nearer to 0 than 1e-130 DynamoDB keeps none.
 */
export const isKeptNumber = (number: number): boolean =>
  number === 0 || (Math.abs(number) >= 1e-130 && Math.abs(number) <= Number.MAX_SAFE_INTEGER);
