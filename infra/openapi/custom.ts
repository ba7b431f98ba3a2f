import { governedKinds } from '../../shared/core/policy.ts';
import { customNames } from '../../shared/docs/workspace-document.ts';
import type { Json } from './components.ts';

type Schemas = Record<string, Json>;

const kindOf = (component: string) =>
  governedKinds.find((kind) => component.toLowerCase().includes(kind) && customNames(kind));
const formOf = (component: string) => {
  if (/(?:Patch|Put)$/.test(component)) return 'patch';
  return component.startsWith('New') ? 'made' : 'answer';
};

/**
 * Custom fields under a name of their own for each kind, so that `workspaceDocument` can put a workspace's in their place. Takes
 * them out of every schema that has a property `custom`; a patch that may be null stays so.
 */
export function withNamedCustom(schemas: Schemas): Schemas {
  const named: Schemas = {};
  const moved = (value: unknown, component: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => moved(one, component));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'properties' ? within(inner, component) : moved(inner, component),
      ]),
    );
  };
  const within = (properties: Json, component: string): Json => {
    const { custom } = properties as Record<string, Json>;
    const kind = kindOf(component);
    const all = Object.fromEntries(
      Object.entries(properties).map(([key, one]) => [key, moved(one, component)]),
    );
    if (!custom?.additionalProperties || !kind) return all;
    const name = customNames(kind)[formOf(component)];
    const { default: usual, description, ...schema } = custom;
    named[name] = schema;
    const aside = {
      ...(usual !== undefined && { default: usual }),
      ...(description !== undefined && { description }),
    };
    return { ...all, custom: { $ref: `#/components/schemas/${name}`, ...aside } };
  };
  const rest = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, moved(schema, name) as Json]),
  );
  return { ...rest, ...named };
}
