import { describe, expect, test } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { isPing, latest, liveChangeOf } from '../../../shared/live/live-message.ts';
import { contactId, dealId, noon } from '../../fixtures/ids.ts';

const written = (recordId: string, recordVersion: number, fields: string[] = []) => ({
  recordId,
  recordVersion,
  fields,
});

describe('a change is told', () => {
  test('by kind, id, version and moment, and never by a name of a field', () =>
    expect(liveChangeOf('contact.updated', noon, written(contactId, 3, ['birthday']))).toEqual({
      type: 'contact.updated',
      record: { kind: 'contact', id: contactId },
      version: 3,
      at: noon,
    }));

  test('of a deal that entered a stage, as a move', () => {
    const of = (fields: string[]) => liveChangeOf('deal.updated', noon, written(dealId, 3, fields))?.type;
    expect(of(['stageEnteredAt', 'stageId'])).toBe('deal.moved');
    expect(of(['name'])).toBe('deal.updated');
  });

  test('where it is of a record, and not where it is a deed or of nothing that is known', () => {
    expect(liveChangeOf('deal.moved', noon, { dealId })).toBeUndefined();
    expect(liveChangeOf('x.created', noon, written('xx_1', 1))).toBeUndefined();
    expect(liveChangeOf('deal.created', noon, undefined)).toBeUndefined();
  });
});

test('of each record the last version is told, in the order in which they came', () => {
  const change = (id: string, version: number) => ({
    type: 'deal.updated',
    record: { kind: 'deal', id },
    version,
    at: noon,
  });
  const [a, b] = [newId('deal'), newId('deal')];
  const told = latest([change(a, 2), change(b, 9), change(a, 4), change(a, 3), change(b, 9)]);
  expect(told).toEqual([change(b, 9), change(a, 4)]);
});

test('of a contact and of what lies beside it the last each is told, since they are counted apart', () => {
  const of = (type: string, version: number) =>
    liveChangeOf(type, noon, { recordId: contactId, recordVersion: version });
  const all = [
    of('contact.updated', 7),
    of('contact.scored', 2),
    of('contact.scored', 3),
    of('contact.risked', 1),
  ];
  const told = latest(all.flatMap((one) => one ?? []));
  expect(told.map(({ type, version }) => [type, version])).toEqual([
    ['contact.updated', 7],
    ['contact.scored', 3],
    ['contact.risked', 1],
  ]);
});

test('a ping is a ping, and nothing else is', () => {
  expect(isPing('{"action":"ping"}')).toBe(true);
  expect(isPing('{"action":"ping","n":1}')).toBe(true);
  for (const body of [undefined, '', 'ping', '"ping"', 'null', '{}', '{"action":"pong"}'])
    expect(isPing(body)).toBe(false);
});
