/** Where an operation is. */
export type Door = {
  method: string;
  path: string;
  /** Takes an `Idempotency-Key`, so that it can be repeated. */
  isOnce?: boolean;
  /** The media type of its body where that is not JSON. */
  type?: string;
};
