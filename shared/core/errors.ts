const statusOf = {
  moved: 301,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  precondition_failed: 412,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;
export type ErrorKind = keyof typeof statusOf;

/** One fault of a request: where (RFC 6901 pointer), what (stable code), in words. */
export type ErrorDetail = { pointer: string; code: string; detail: string };
type More = {
  errors?: ErrorDetail[];
  /** Seconds after which the same request may succeed; sent as `Retry-After`. */
  retryAfterS?: number;
  /** The record that already holds what must be unique. */
  existingId?: string;
  /** The record that the one that is named was merged into. */
  mergedInto?: string;
  /** Where what was asked for is now; sent as `Location`. */
  location?: string;
  /** The one that is named; not shown. */
  mergedFrom?: string;
};

/** An error the caller may see. Anything else that is thrown becomes a 500 that shows nothing of itself. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly more: More;
  constructor(kind: ErrorKind, code: string, message: string, more: More = {}) {
    super(message);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.more = more;
  }
  get status() {
    return statusOf[this.kind];
  }
}

/** A 400 about one field of the body. */
export const invalidField = (pointer: string, code: string, detail: string) =>
  new AppError('invalid', 'validation_failed', 'The request is not valid; see errors.', {
    errors: [{ pointer, code, detail }],
  });

/** A 400 about what a body refers to, which is not there, or not to be seen. */
export const referenceUnknown = (pointer: string, detail: string) =>
  new AppError('invalid', 'reference_unknown', detail, {
    errors: [{ pointer, code: 'reference_unknown', detail }],
  });

/** The same for what is missing, what belongs to another workspace and what one may not see. */
export const notFound = (kind: string, id: string) =>
  new AppError('not_found', `${kind}_not_found`, `There is no ${kind} ${id}.`);

/**
 * The record was merged into another: a conflict for whoever would write it. The shell tells it only to who may read that
 * other one, and answers a GET with where it is now (301).
 */
export const recordMerged = (kind: string, id: string, mergedInto: string, pointer?: string) => {
  const detail = `The ${kind} ${id} was merged into ${mergedInto}.`;
  const errors = pointer && [{ pointer, code: 'record_merged', detail }];
  return new AppError('conflict', 'record_merged', detail, {
    mergedFrom: id,
    mergedInto,
    ...(errors && { errors }),
  });
};
/** A record that is out of sight: where it went, or that it is not there. */
export const goneAs = (kind: string, id: string, mergedInto: unknown) =>
  typeof mergedInto === 'string' ? recordMerged(kind, id, mergedInto) : notFound(kind, id);
