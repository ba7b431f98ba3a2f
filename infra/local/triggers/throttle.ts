/** A token bucket: `rate` tokens a second, at most `burst` at once. Takes one and says whether there was one. */
export function tokenBucket(rate: number, burst: number, now: () => number = Date.now): () => boolean {
  let tokens = burst;
  let at = now();
  return () => {
    const moment = now();
    tokens = Math.min(burst, tokens + ((moment - at) * rate) / 1000);
    at = moment;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
