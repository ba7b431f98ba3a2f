import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { canonical } from '../../../shared/core/canonical.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { riskSk } from '../../../shared/risk/risk.ts';
import { scoreSk } from '../../../shared/scoring/score-item.ts';
import { contactRisked, contactScored } from '../../../shared/scoring/scoring-events.ts';

type Assessed = { event: typeof contactScored | typeof contactRisked; shown: readonly string[] };
/** What lies beside a contact, with what of it somebody is shown: to be written anew for the rest is no news. */
const beside: Record<string, Assessed> = {
  [scoreSk]: { event: contactScored, shown: ['score', 'by', 'probability', 'reasons', 'hotFrom'] },
  [riskSk]: { event: contactRisked, shown: ['risk', 'riskBand', 'reasons', 'nextContactOn', 'learnedAt'] },
};

const itemOf = (image: unknown): Item | undefined =>
  image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;
const told = (item: Item | undefined, names: readonly string[]) =>
  canonical(names.map((name) => item?.[name] ?? null));
const placed = /^WS#(?<workspaceId>[^#]+)#CONTACT#(?<recordId>[^#]+)$/;

/** The event of a write beside a contact; undefined where it is none, or no news. */
function eventOf({
  eventID = '',
  dynamodb: { NewImage, OldImage, Keys, ApproximateCreationDateTime } = {},
}: DynamoDBRecord) {
  const sk = Keys?.sk?.S ?? '';
  const assessed = Object.hasOwn(beside, sk) ? beside[sk] : undefined;
  const contact = placed.exec(Keys?.pk?.S ?? '')?.groups;
  if (!assessed || !contact) return undefined;
  const [before, after] = [itemOf(OldImage), itemOf(NewImage)];
  if (!after || told(before, assessed.shown) === told(after, assessed.shown)) return undefined;
  const { workspaceId = '', recordId = '' } = contact;
  const { type, ...event } = assessed.event({ recordId, recordVersion: Number(after.version) });
  const at = new Date((ApproximateCreationDateTime ?? Date.now() / 1000) * 1000).toISOString();
  return { type, detail: { id: `as.${eventID}`, workspaceId, at, ...event } };
}

/** That a contact's score, or how likely it leaves, is another: for who looks at it, by its id alone, each with the place of its record. */
export const assessedEvents = (records: readonly DynamoDBRecord[]) =>
  records.flatMap((record, place) => {
    const event = eventOf(record);
    return event ? [{ place, ...event }] : [];
  });
