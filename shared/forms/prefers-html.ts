/** The weight of a media type in an Accept header (RFC 9110, 12.5.1); undefined where it is not named. */
function weight(accept: string, type: string): number | undefined {
  const named = accept.split(',').find((range) => range.split(';')[0]?.trim().toLowerCase() === type);
  if (named === undefined) return undefined;
  const q = /;\s*q=([\d.]+)/i.exec(named)?.[1];
  return q === undefined ? 1 : Number(q);
}

/** Whether HTML is asked for by name and before JSON: a browser that navigates. `*∕*` alone is a tool. */
export function prefersHtml(accept: string | undefined): boolean {
  const html = weight(accept ?? '', 'text/html');
  return html !== undefined && html > 0 && html >= (weight(accept ?? '', 'application/json') ?? 0);
}
