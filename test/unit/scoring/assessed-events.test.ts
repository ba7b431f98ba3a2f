import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { assessedEvents } from '../../../functions/events/telling/assessed-events.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';

const { pk } = recordKey(acme, 'contact', contactId);
const written = (after: { sk: string; pk?: string }, before?: object): DynamoDBRecord => {
  const { sk, pk: where = pk } = after;
  const Keys = marshall({ pk: where, sk });
  const [NewImage, OldImage] = [after, before].map((item) => item && marshall({ pk: where, ...item }));
  const ApproximateCreationDateTime = Date.parse(noon) / 1000;
  return {
    eventID: 'e1',
    dynamodb: { Keys, NewImage, OldImage, ApproximateCreationDateTime },
  } as DynamoDBRecord;
};
const score = { sk: 'ASSESSED', version: 4, score: 40, reasons: [{ name: 'Met', points: 15 }], nextAt: noon };
const risk = { sk: 'ATRISK', version: 2, risk: 70, riskBand: 'high', reasons: [], lookAt: noon };
const told = (...records: DynamoDBRecord[]) => assessedEvents(records).map(({ type }) => type);

it('a score that moves is told by the contact’s id and a version, and by no value', () => {
  expect(assessedEvents([written(score, { ...score, version: 3, score: 30 })])).toEqual([
    {
      place: 0,
      type: 'contact.scored',
      detail: {
        id: 'as.e1',
        workspaceId: acme,
        at: noon,
        version: 1,
        data: { recordId: contactId, recordVersion: 4 },
      },
    },
  ]);
  expect(told(written(score), written(risk))).toEqual(['contact.scored', 'contact.risked']);
});

it('that time alone is to look again is no news, nor is what lies elsewhere or is gone', () => {
  const later = '2027-01-01T00:00:00.000Z';
  expect(told(written({ ...score, version: 5, nextAt: later } as never, score))).toEqual([]);
  expect(told(written({ ...risk, version: 3, lookAt: later } as never, risk))).toEqual([]);
  expect(told(written({ ...score, sk: 'CONTACT' }), written({ ...score, pk: 'WS#x#DEAL#y' }))).toEqual([]);
  const gone = written(score);
  delete (gone.dynamodb as { NewImage?: unknown }).NewImage;
  expect(told(gone)).toEqual([]);
});
