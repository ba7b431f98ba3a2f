/** `values` are of the create body; `besides` is what the import looks up or makes into other records. */
export type Cleaned = { values: Record<string, unknown>; besides: Record<string, unknown> };
