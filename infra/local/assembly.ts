import { type Declared, readFolder, type Stack } from './cdk-out.ts';
import {
  arnOf,
  attributeOf,
  isRun,
  meansNothingHere,
  type Named,
  namePropertyOf,
  type Place,
  refOf,
  socketUrl,
} from './kinds.ts';
import { noValue, resolve, type Scope } from './template.ts';

export type Resource = {
  type: string;
  stack: string;
  logicalId: string;
  /** The physical name. */
  id: string;
  arn: string;
  /** `Ref` of it. */
  ref: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is CloudFormation's, a different one for each kind
  properties: Record<string, any>;
};
export type Assembly = {
  resources: Resource[];
  ofType(type: string): Resource[];
  byArn(arn: string): Resource | undefined;
  /** The folder of a function's code, from the key that its template names. */
  assetFolder(s3Key: string): string;
  /** Kinds that the local cloud neither runs nor knows to be without meaning here. */
  unknownKinds: string[];
};

/** A resource whose name and properties are read when first asked for: references go in any direction. */
type Node = { named(): Named; read(): Resource };

function pseudoParameters(stack: string, place: Place): Record<string, unknown> {
  return {
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': noValue,
  };
}

/** URLs that a template spells out by hand, for things that have another address here. */
function localAddresses(value: unknown, place: Place): unknown {
  if (typeof value === 'string')
    return value
      .replace(/https:\/\/[\w-]+\.execute-api\.[\w-]+\.amazonaws\.com/g, place.apiUrl)
      .replace(/wss:\/\/[\w-]+\.execute-api\.[\w-]+\.amazonaws\.com/g, socketUrl(place))
      .replace(/https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com\/[\w-]+/g, place.issuerUrl);
  if (Array.isArray(value)) return value.map((one) => localAddresses(one, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, localAddresses(inner, place)]));
}

function scopeOf(stack: Stack, place: Place, find: (id: string) => Node, imported: Scope['imported']): Scope {
  const pseudo = pseudoParameters(stack.name, place);
  const { Parameters = {}, Conditions = {}, Mappings = {} } = stack.template;
  const scope: Scope = {
    ref: (name) => {
      if (name in pseudo) return pseudo[name];
      if (name in Parameters) return Parameters[name]?.Default;
      return refOf(find(name).named(), place);
    },
    attribute: (logicalId, attribute) => attributeOf(find(logicalId).named(), attribute, place),
    imported,
    condition: (name) => Boolean(resolve(Conditions[name], scope)),
    mapping: (map, first, second) => Mappings[map]?.[first]?.[second],
  };
  return scope;
}

const physicalName = (given: unknown, stack: string, logicalId: string, type: string): string => {
  if (typeof given === 'string') return given;
  const name = `${stack}-${logicalId}`;
  return type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
};

/** Reads the cloud assembly in `folder`: every stack's resources with all references resolved to local names and addresses. */
export function readAssembly(folder: string, place: Place): Assembly {
  const assets = new Map<string, string>();
  const stacks = readFolder(folder, assets);
  const nodes = new Map<string, Node>();
  const exported = new Map<string, () => unknown>();
  for (const stack of stacks) collect(stack, place, nodes, exported);
  const resources = [...nodes.values()].map((node) => node.read());
  const arns = new Map(resources.map((resource) => [resource.arn, resource]));
  const unknown = resources.map(({ type }) => type).filter((type) => !isRun(type) && !meansNothingHere(type));
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    byArn: (arn) => arns.get(arn),
    assetFolder: (key) => {
      const path = assets.get(key.replace(/\.\w+$/, ''));
      if (!path) throw new Error(`The assembly has no asset ${key}`);
      return path;
    },
    unknownKinds: [...new Set(unknown)].sort(),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function nodeOf(logicalId: string, declared: Declared, stack: string, place: Place, scope: Scope): Node {
  const { Type: type, Properties = {} } = declared;
  const properties = once(() => {
    if (meansNothingHere(type)) return {};
    return localAddresses(resolve(Properties, scope), place) as Resource['properties'];
  });
  const named = once((): Named => {
    const given = Properties[namePropertyOf(type) ?? ''];
    const name = given === undefined ? undefined : resolve(given, scope);
    return { type, id: physicalName(name, stack, logicalId, type), properties };
  });
  const read = once(
    (): Resource => ({
      type,
      stack,
      logicalId,
      id: named().id,
      arn: arnOf(named(), place),
      ref: refOf(named(), place),
      properties: properties(),
    }),
  );
  return { named, read };
}

function collect(
  stack: Stack,
  place: Place,
  nodes: Map<string, Node>,
  exported: Map<string, () => unknown>,
): void {
  const find = (logicalId: string): Node => {
    const node = nodes.get(`${stack.name}/${logicalId}`);
    if (!node) throw new Error(`${stack.name} refers to ${logicalId}, which it does not hold`);
    return node;
  };
  const imported = (name: string): unknown => {
    const read = exported.get(name);
    if (!read) throw new Error(`${stack.name} imports ${name}, which no stack exports`);
    return read();
  };
  const scope = scopeOf(stack, place, find, imported);
  const { Resources = {}, Outputs = {} } = stack.template;
  for (const { Value, Export } of Object.values(Outputs))
    if (Export) exported.set(String(resolve(Export.Name, scope)), () => resolve(Value, scope));
  for (const [logicalId, declared] of Object.entries(Resources))
    if (!declared.Condition || scope.condition(declared.Condition))
      nodes.set(`${stack.name}/${logicalId}`, nodeOf(logicalId, declared, stack.name, place, scope));
}
