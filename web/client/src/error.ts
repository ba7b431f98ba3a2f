/** One fault of a request: where (RFC 6901 pointer), what (stable code), in words. */
export type Fault = { pointer: string; code: string; detail: string };

/** RFC 9457, as the API answers it. */
type ProblemBody = {
  status?: number;
  code?: string;
  detail?: string;
  requestId?: string;
  existingId?: string;
  errors?: Fault[];
  /** Of the gateway itself, which has no problems. */
  message?: string;
};

/** What the API refused, or, with the status 0 and the code `network`, could not be asked. */
export class RapportError extends Error {
  readonly status: number;
  /** Stable, for programs: every one stands in the API's documentation. */
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly Fault[];
  /** Quote it to who runs the deployment. */
  readonly requestId: string | undefined;
  /** On a conflict, the record that has the value already. */
  readonly existingId: string | undefined;
  /** Seconds after which the same may succeed, where the API said so. */
  readonly retryAfterS: number | undefined;

  constructor(
    what: string,
    status: number,
    problem: ProblemBody,
    more: { retryAfterS?: number; cause?: unknown } = {},
  ) {
    const {
      code = `http_${status}`,
      detail = problem.message ?? '',
      requestId,
      existingId,
      errors = [],
    } = problem;
    const faults = errors.map((one) => `${one.pointer} ${one.code}: ${one.detail}`).join('; ');
    super(`${what}: ${status} ${code} ${detail}${faults && ` (${faults})`}`, { cause: more.cause });
    this.name = 'RapportError';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.requestId = requestId;
    this.existingId = existingId;
    this.retryAfterS = more.retryAfterS;
  }
}
