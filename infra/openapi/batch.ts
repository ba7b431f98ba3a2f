import type { Json } from './components.ts';

type Schema = { $ref?: string; properties?: Record<string, Schema>; items?: Schema; required?: string[] };
type Body = { content: Record<string, { schema: Schema }> };
type Paths = Record<string, Record<string, { requestBody?: Body }>>;
type Schemas = Record<string, Json>;

const nameIn = (schema: Schema | undefined) => schema?.$ref?.split('/').at(-1);
const bodyOf = (paths: Paths, path: string, method: string) =>
  nameIn(paths[path]?.[method]?.requestBody?.content['application/json']?.schema);
/** `/v1/contacts/{contactId}` of `/v1/contacts`. */
const onePath = (paths: Paths, path: string) =>
  Object.keys(paths).find(
    (other) => other.startsWith(`${path}/{`) && other.split('/').length === path.split('/').length + 1,
  ) ?? '';

const withItems = (schema: Json | undefined, items: Json): Json => {
  const { properties, ...rest } = schema as Schema;
  return { ...rest, properties: { ...properties, items: { ...properties?.items, items } } };
};

/** A patch with the record that it is for. */
function itemPatch(patch: Json | undefined): Json {
  const { properties, required = [], ...rest } = (patch ?? {}) as Schema;
  const id = { type: 'string', maxLength: 40, description: 'The record that is changed.' };
  const version = {
    type: 'integer',
    description: 'The version that is to be changed; 412 if it has moved on.',
  };
  return { ...rest, properties: { id, version, ...properties }, required: ['id', ...required] };
}

type Batch = { verb: string; request: string; single: string };
/** A batch of a path with the names of its body and of the body of the operation on one; undefined where it is none. */
function batchAt(paths: Paths, path: string): Batch | undefined {
  const [, one = '', verb = ''] = /^(.+)\/batch\/(create|update)$/.exec(path) ?? [];
  const request = bodyOf(paths, path, 'post');
  const single = verb === 'create' ? bodyOf(paths, one, 'post') : bodyOf(paths, onePath(paths, one), 'patch');
  return one && request && single ? { verb, request, single } : undefined;
}

/**
 * What the items of a batch are, where the contract takes any object so that each can fail by itself: what the operation on
 * one takes.
 */
export function withBatchItems(paths: Paths, schemas: Schemas): Schemas {
  const batches = Object.keys(paths).flatMap((path) => batchAt(paths, path) ?? []);
  const changed = batches.flatMap(({ verb, request, single }) => {
    const item = verb === 'create' ? single : `${single}Item`;
    const body = withItems(schemas[request], { $ref: `#/components/schemas/${item}` });
    return verb === 'create'
      ? [[request, body]]
      : [
          [request, body],
          [item, itemPatch(schemas[single])],
        ];
  });
  return { ...schemas, ...Object.fromEntries(changed) };
}
