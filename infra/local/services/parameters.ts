import { randomBytes } from 'node:crypto';
import type { Assembly } from '../assembly.ts';
import { type Handler, json } from '../http.ts';
import type { Store } from '../store.ts';

type Input = { Name?: string };

/** The names of secrets that functions are told: CloudFormation cannot make a SecureString, so the template only names them. */
function secretNames(assembly: Assembly): Set<string> {
  const variables = assembly
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) => properties.Environment?.Variables?.SECRET_PARAMETER);
  return new Set(variables.filter((name) => typeof name === 'string'));
}

/** SSM's GetParameter: a secret is made at its first reading and kept in the data folder; a plain parameter is what the template says. */
export function parametersHandler(assembly: Assembly, store: Store): Handler {
  const secrets = secretNames(assembly);
  const plain = new Map(
    assembly.ofType('AWS::SSM::Parameter').map(({ id, properties }) => [id, String(properties.Value)]),
  );
  const read = (name: string) => {
    if (secrets.has(name))
      return {
        Type: 'SecureString',
        Value: store.keep(`secret:${name}`, () => randomBytes(48).toString('base64url')),
      };
    const Value = plain.get(name);
    return Value === undefined ? undefined : { Type: 'String', Value };
  };
  return (request) => {
    if (request.headers['x-amz-target'] !== 'AmazonSSM.GetParameter')
      return json(400, { __type: 'UnknownOperationException' });
    const { Name = '' } = JSON.parse(request.body.toString()) as Input;
    const found = read(Name);
    if (!found) return json(400, { __type: 'ParameterNotFound', message: '' });
    return json(200, { Parameter: { Name, Version: 1, DataType: 'text', ...found } });
  };
}
