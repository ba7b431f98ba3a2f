import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataExportDue } from '../../../functions/due/reasons/data-export.ts';
import { eraseExports } from '../../../functions/privacy/erasing/records.ts';
import { type DueEntry, dueEntry } from '../../../shared/core/due.ts';
import { dataExportDueAt } from '../../../shared/exports/data-export.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { ask, exported, get, keepContact, run, useExports, useExportsBucket } from './export-world.ts';

const sqs = mockClient(SQSClient);
const queued = () => sqs.commandCalls(SendMessageBatchCommand);
beforeAll(useExportsBucket);
beforeEach(async () => {
  await useExports();
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
});

const found = async (id: string) => dataExportStore.find(acme, id);
/** What the sweep does once the export is due, and at which moment. */
async function sweep(id: string): Promise<string> {
  const one = await found(id);
  if (!one) throw new Error('It is gone');
  const at = dataExportDueAt(one);
  await dataExportDue(dueEntry(at, 'data_export', acme, 'dataExport', id) as DueEntry, at);
  return at;
}
const calls = async () =>
  (await Array.fromAsync(readAll()))
    .flatMap(({ events }) => (events ?? []) as { type: string }[])
    .filter(({ type }) => type === 'data_export.advanced').length;

describe('an export', () => {
  it('of which nothing is heard is asked for twice more, and then has failed', async () => {
    const { body } = await ask({});
    await sweep(body.id);
    await sweep(body.id);
    expect(await calls()).toBe(3);
    await sweep(body.id);
    expect((await get(body.id)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'export_unfinished' },
    });
    expect(await calls()).toBe(3);
  });

  it('goes with its file, whatever became of it', async () => {
    const { id, one } = await exported({});
    expect(await sweep(id)).toBe(one.availableUntil);
    expect(await found(id)).toBeUndefined();
  });

  it('that is due no more is left as it is', async () => {
    const { body } = await ask({});
    const at = dataExportDueAt(body as never);
    await run(body.id);
    await dataExportDue(dueEntry(at, 'data_export', acme, 'dataExport', body.id) as DueEntry, at);
    expect(await found(body.id)).toMatchObject({ status: 'ready' });
    expect(queued()).toHaveLength(1); // its entry is to be looked at again
  });

  it('is withdrawn where a person is erased, with its file and its filter, and so is one that is being written', async () => {
    await keepContact();
    await settleAll();
    const filter = { 'emails.address': 'person1@engines.example' };
    const { id, one } = await exported({});
    const { body: other } = await ask({ filter });
    await settleAll();
    const work = { workspaceId: acme, contactId, by: aContext() };
    const counted = await Array.fromAsync(eraseExports(work as never));
    expect(counted).toEqual(['exports', 'exports']);
    expect((await fetch(one.url ?? '')).status).toBe(404);
    await run(other.id);
    for (const each of [id, other.id]) {
      const { body } = await get(each);
      expect(body).toMatchObject({ status: 'withdrawn' });
      expect([body.url, body.filter]).toEqual([undefined, undefined]);
    }
    const changes = (await Array.fromAsync(readAll())).filter(({ type }) => type === 'change');
    expect(JSON.stringify(changes)).not.toContain('person1@');
    expect(await Array.fromAsync(eraseExports(work as never))).toEqual([]);
  });
});
