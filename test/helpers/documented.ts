import { openApiDocument } from '../../infra/openapi/document.ts';
import { allRoutes } from '../../infra/openapi/write.ts';

type Response = { $ref?: string; description?: string };
type Said = { operationId: string; responses: Record<string, Response> };
const { paths: said, components } = openApiDocument(allRoutes()) as {
  paths: Record<string, Record<string, Said>>;
  components: { responses: Record<string, Response> };
};
const byId = new Map(
  Object.values(said)
    .flatMap((methods) => Object.values(methods))
    .map((one) => [one.operationId, one]),
);

const descriptionOf = ({ $ref, description = '' }: Response = {}): string =>
  $ref ? descriptionOf(components.responses[$ref.split('/').at(-1) ?? '']) : description;

/** Whether the document says of an operation that it may refuse with this code. */
export const isDocumented = (operationId: string, status: number, code = ''): boolean =>
  descriptionOf(byId.get(operationId)?.responses[status]).includes(`\`${code}\``);
