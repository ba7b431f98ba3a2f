import { openApiDocument } from '../../infra/openapi/document.ts';
import { allRoutes } from '../../infra/openapi/write.ts';

type Said = { operationId: string; responses: Record<string, { description: string }> };
const said = (openApiDocument(allRoutes()) as { paths: Record<string, Record<string, Said>> }).paths;
const byId = new Map(
  Object.values(said)
    .flatMap((methods) => Object.values(methods))
    .map((one) => [one.operationId, one]),
);

/** Whether the document says of an operation that it may refuse with this code. */
export const isDocumented = (operationId: string, status: number, code = ''): boolean =>
  byId.get(operationId)?.responses[status]?.description.includes(`\`${code}\``) ?? false;
