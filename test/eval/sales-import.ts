import { join } from 'node:path';
import { type Imported, importFile, type Target } from './import-client.ts';
import type { Client } from './sales-client.ts';
import type { Sales } from './sales-files.ts';
import { type Loaded, makePeople, stages } from './sales-load.ts';

type Named = { id: string; name: string };
const byName = async (client: Client, path: string) =>
  new Map((await client.pages<Named>(path, {}, `GET ${path}`)).map(({ id, name }) => [name, id]));

/**
 * Makes the same by the import API out of the files as they are: products, companies one above the other, deals, with what is misspelt taken as it
 * was suggested.
 */
export async function importSales(client: Client, target: Target, sales: Sales, folder: string) {
  const { users, teams } = await makePeople(client, sales);
  const { id: pipelineId } = await client.post<{ id: string }>('/v1/pipelines', 'POST /v1/pipelines', {
    name: 'Hardware',
    stages,
  });
  const bring = (file: string, kind: string): Promise<Imported> =>
    importFile(target, join(folder, file), { kind, acceptFrom: 0.9 });
  await client.patch('/v1/workspaces/current', 'PATCH /v1/workspaces/current', {
    currency: 'USD',
    defaultPipelineId: pipelineId,
  });
  const imports = [
    await bring('products.csv', 'product'),
    await bring('accounts.csv', 'company'),
    await bring('sales_pipeline.csv', 'deal'),
  ];
  const [products, companies] = [await byName(client, '/v1/products'), await byName(client, '/v1/companies')];
  const loaded: Loaded = { pipelineId, users, teams, products, companies };
  return { loaded, imports };
}
