export const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms));

/** Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): a random wait up to base × 2^tries, in milliseconds. */
export const backoff = (tries: number, baseMs = 20, mostMs = 1500) =>
  pause(Math.random() * Math.min(mostMs, baseMs * 2 ** tries));
