let served = 0;
const fewRequests = 2;

/** Says that a request is done; a process that has answered a few is likely to answer more. */
export const countRequest = (): void => {
  served++;
};

/**
 * How zod is to parse: by walking the schema while the process is cold, by compiled validators once it is warm. Compiling
 * costs a cold start some 15 ms and saves a warm request some 0.3 ms.
 */
export const parseContext = () => ({ jitless: served < fewRequests });
