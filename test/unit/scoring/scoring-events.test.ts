import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { scoringEvents } from '../../../functions/events/telling/scoring-events.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';

const image = (item: object) => marshall(item, { removeUndefinedValues: true });
const written = (after: object, before?: object): DynamoDBRecord =>
  ({
    eventID: 'e1',
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: { NewImage: image(after), ...(before && { OldImage: image(before) }) },
  }) as DynamoDBRecord;
const score = { pk: 'p', sk: 'ASSESSED', workspaceId: acme, contactId, scoredAt: noon };
const hot = { ...score, type: 'hot_lead' };
const told = (...records: DynamoDBRecord[]) =>
  scoringEvents(records).map(({ type, detail }) => [type, detail.id]);

it('a lead that becomes hot is told of once, by an id alone, however often the stream repeats it', () => {
  const crossing = written(hot, score);
  expect(scoringEvents([crossing])).toEqual([
    {
      place: 0,
      type: 'contact.hot',
      detail: { id: 'sc.e1', workspaceId: acme, at: noon, version: 1, data: { recordId: contactId } },
    },
  ]);
  expect(told(crossing)).toEqual(told(crossing));
  expect(told(written(hot))).toEqual([['contact.hot', 'sc.e1']]);
});

it('a lead that stays hot, or gets cold, is not told of', () => {
  expect(told(written(hot, hot), written(score, hot), written(score))).toEqual([]);
});

it('what is learned anew, and that learning is asked for, is told of', () => {
  const model = {
    pk: 'p',
    sk: 'LEAD',
    workspaceId: acme,
    purpose: 'lead',
    type: 'scoring_model',
    card: { learnedAt: noon },
  };
  const asked = { pk: 'p', sk: 'LEARNING', workspaceId: acme, type: 'learning_asked', askedAt: noon };
  expect(told(written(model), written(asked)).map(([type]) => type)).toEqual([
    'scoring.learned',
    'scoring.learning_asked',
  ]);
  expect(told(written({ ...model, type: undefined }), written({ ...asked, type: undefined }))).toEqual([]);
});
