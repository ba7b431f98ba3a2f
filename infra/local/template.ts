/** CloudFormation's intrinsic functions over a synthesized template. Pure: what a name means is asked of the scope. */
export type Scope = {
  /** `Ref` of a resource, a parameter or a pseudo parameter. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  /** The value of another stack's export. */
  imported(exportName: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
};

/** `AWS::NoValue`: the property that holds it is not there. */
export const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

function substitute(argument: unknown, scope: Scope): string {
  const [pattern, given] = Array.isArray(argument) ? argument : [argument, {}];
  const values = resolve(given, scope) as Record<string, unknown>;
  return String(pattern).replaceAll(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in values) return text(values[name]);
    const dot = name.indexOf('.');
    return text(dot < 0 ? scope.ref(name) : scope.attribute(name.slice(0, dot), name.slice(dot + 1)));
  });
}

function attributeOf(argument: unknown, scope: Scope): unknown {
  const [logicalId, name] = Array.isArray(argument) ? argument : String(argument).split(/\.(.*)/s);
  return scope.attribute(String(logicalId), text(resolve(name, scope)));
}

const list = (argument: unknown, scope: Scope): unknown[] => resolve(argument, scope) as unknown[];

const intrinsics: Record<string, Intrinsic> = {
  Ref: (name, scope) => scope.ref(String(name)),
  Condition: (name, scope) => scope.condition(String(name)),
  'Fn::GetAtt': attributeOf,
  'Fn::Sub': substitute,
  'Fn::ImportValue': (name, scope) => scope.imported(text(resolve(name, scope))),
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope) as [string, unknown[]];
    return parts.map(text).join(separator);
  },
  'Fn::Select': (argument, scope) => {
    const [index, parts] = list(argument, scope) as [number | string, unknown[]];
    return parts[Number(index)];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, scope) as [string, string];
    return text(whole).split(separator);
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = argument as [string, unknown, unknown];
    return resolve(scope.condition(name) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [one, other] = list(argument, scope);
    return JSON.stringify(one) === JSON.stringify(other);
  },
  'Fn::And': (argument, scope) => list(argument, scope).every(Boolean),
  'Fn::Or': (argument, scope) => list(argument, scope).some(Boolean),
  'Fn::Not': (argument, scope) => !list(argument, scope)[0],
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(argument, scope).map(text);
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::GetAZs': (_argument, scope) =>
    ['a', 'b', 'c'].map((zone) => `${text(scope.ref('AWS::Region'))}${zone}`),
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolve(argument, scope))).toString('base64'),
};

function intrinsicOf(value: object): [Intrinsic, unknown] | undefined {
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length !== 1 || name === undefined) return undefined;
  const intrinsic = intrinsics[name];
  if (intrinsic) return [intrinsic, argument];
  if (name.startsWith('Fn::')) throw new Error(`The local cloud does not know ${name}`);
  return undefined;
}

/** `value` with every intrinsic function replaced. Throws on a function or a name that it does not know. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, scope)).filter((one) => one !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const call = intrinsicOf(value);
  if (call) return call[0](call[1], scope);
  const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner, scope)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== noValue));
}
