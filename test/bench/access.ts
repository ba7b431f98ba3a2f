import { handler as forms } from '../../functions/forms/api.ts';
import type { Route } from '../../shared/core/route.ts';
import { createFormRoute } from '../../shared/forms/form-routes.ts';
import { meter } from '../../shared/platform/meter.ts';
import { ann, ben } from '../fixtures/ids.ts';
import { type Call, call } from '../helpers/call.ts';
import { newTable } from '../helpers/dynamo.ts';
import { load } from './load.ts';
import { table } from './print.ts';
import { readings } from './readings.ts';
import { worldOf } from './world.ts';
import { writings } from './writings.ts';

type Handler = Parameters<typeof call>[0];
/** `of` is asked twice and measured the second time, so that what is cached for 30 s is cached; `n` differs each time. */
export type Operation = {
  title: string;
  bar?: number;
  handler: Handler;
  route: Route;
  of: (n: number) => Call;
};
type Cost = { requests: number; read: number; write: number };

async function makeForm(name: string, owner: object): Promise<string> {
  const body = {
    name,
    fields: [
      { name: 'firstName', label: 'First name', target: 'firstName' },
      { name: 'email', label: 'E-mail', type: 'email', target: 'email', required: true },
    ],
    opensDeal: {},
    owner,
  };
  const { status, body: form } = await call(forms, createFormRoute, { body });
  if (status !== 201) throw new Error(`No form: ${JSON.stringify(form)}`);
  return form.formKey;
}

/** By the process's own meter: a form's answer does not say what it cost. */
function costOf(): Cost {
  const { requests, read, write } = meter;
  return { requests, read, write };
}

async function costs(size: number): Promise<(Cost & { operation: Operation })[]> {
  await newTable({ stream: false });
  await load(worldOf(size));
  const measured = [];
  const keys = [
    await makeForm('One owner', { userId: ann }),
    await makeForm('In turn', { roundRobin: [ann, ben] }),
  ];
  for (const operation of [...readings, ...writings(keys[0] ?? '', keys[1] ?? '')]) {
    const { handler, route, of, title } = operation;
    await call(handler, route, of(1));
    const { status, body } = await call(handler, route, of(2));
    if (status >= 300) throw new Error(`${title}: ${status} ${JSON.stringify(body)}`);
    measured.push({ operation, ...costOf() });
  }
  return measured;
}

/** What each operation asks of DynamoDB in two tables of different size: equal, or it grows with the data. */
export async function measureAccess(sizes: [number, number]) {
  const [small, large] = [await costs(sizes[0]), await costs(sizes[1])];
  const rows = small.map(({ operation: { title, bar }, ...cost }, i) => {
    const other = large[i] as Cost;
    const equal = cost.requests === other.requests && cost.read === other.read && cost.write === other.write;
    return {
      operation: title,
      requests: cost.requests,
      bar: bar ?? '',
      'read units': cost.read,
      'write units': cost.write,
      [`requests at ${sizes[1]}`]: other.requests,
      [`read at ${sizes[1]}`]: other.read,
      [`write at ${sizes[1]}`]: other.write,
      grows: equal ? 'no' : 'YES',
    };
  });
  table(`DynamoDB requests and capacity units at ${sizes[0]} and ${sizes[1]} records of each kind`, rows);
  return rows;
}
