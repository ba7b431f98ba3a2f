const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) => value === null || value === undefined;

/** Whether a record is as a merge patch (RFC 7396) would leave it. */
export function isHeldBy(patch: unknown, record: unknown): boolean {
  if (isObject(patch)) {
    const held = isObject(record) ? record : {};
    return Object.entries(patch).every(([name, value]) => isHeldBy(value, held[name]));
  }
  return isEmpty(patch) ? isEmpty(record) : JSON.stringify(patch) === JSON.stringify(record);
}

/** What a merge patch (RFC 7396) makes of a value. */
export function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const entries = Object.entries(patch).map(([name, part]) => [
    name,
    part === null ? undefined : patched(isObject(value) ? value[name] : undefined, part),
  ]);
  const all = { ...(isObject(value) ? value : {}), ...Object.fromEntries(entries) };
  return Object.fromEntries(Object.entries(all).filter(([, part]) => part !== undefined));
}
