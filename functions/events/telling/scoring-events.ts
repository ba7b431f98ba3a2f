import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from '../../../shared/core/projection.ts';
import { learningAskedType } from '../../../shared/scoring/learning.ts';
import { hotType } from '../../../shared/scoring/score-item.ts';
import { contactHot, learningAsked, scoringLearned } from '../../../shared/scoring/scoring-events.ts';
import { ScoringPurpose, scoringModelType } from '../../../shared/scoring/scoring-model.ts';

type Images = { before: Item | undefined; after: Item };
type Told = { at: unknown; event: { type: string; version: number; data: object } };
/** By the type of an item, what its write tells, from what it was before and is now: a crossing once, however often the stream brings it. */
const tellers: Record<string, (images: Images) => Told | undefined> = {
  [hotType]: ({ before, after }) =>
    before?.type === hotType
      ? undefined
      : { at: after.scoredAt, event: contactHot({ recordId: String(after.contactId) }) },
  [scoringModelType]: ({ after }) => {
    const purpose = ScoringPurpose.parse(after.purpose);
    const { learnedAt } = after.card as { learnedAt?: string };
    return { at: learnedAt, event: scoringLearned({ purpose }) };
  },
  [learningAskedType]: ({ after }) => ({ at: after.askedAt, event: learningAsked({ learning: 'lead' }) }),
};

const itemOf = (image: unknown): Item | undefined =>
  image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;
/** What a batch of the stream tells of scores and of learning, for the bus, each with the place of its record. */
export const scoringEvents = (records: readonly DynamoDBRecord[]) =>
  records.flatMap(({ eventID = '', dynamodb }, place) => {
    const type = dynamodb?.NewImage?.type?.S ?? '';
    const teller = Object.hasOwn(tellers, type) ? tellers[type] : undefined;
    const after = teller && itemOf(dynamodb?.NewImage);
    if (!teller || !after) return [];
    const told = teller({ before: itemOf(dynamodb?.OldImage), after });
    if (!told) return [];
    const { type: name, ...event } = told.event;
    const workspaceId = String(after.workspaceId);
    return [
      { place, type: name, detail: { id: `sc.${eventID}`, workspaceId, at: String(told.at), ...event } },
    ];
  });
