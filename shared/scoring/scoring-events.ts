import * as z from 'zod';
import { defineEvent } from '../core/event.ts';
import { recordCreated, recordDeleted, recordRestored, recordUpdated } from '../core/record.ts';
import { ScoringPurpose } from './scoring-model.ts';

/** A lead's score has come to what counts as hot. */
export const contactHot = defineEvent('contact.hot', 1, z.object({ recordId: z.string() }));
const Assessed = z.object({ recordId: z.string(), recordVersion: z.int() });
/** A contact's score, or its reasons, is another; `recordVersion` counts what lies beside the contact, as that of the next does. */
export const contactScored = defineEvent('contact.scored', 1, Assessed);
/** The same of how likely it leaves. */
export const contactRisked = defineEvent('contact.risked', 1, Assessed);
/** What a workspace has learned is another: all scores are reckoned anew. */
export const scoringLearned = defineEvent('scoring.learned', 1, z.object({ purpose: ScoringPurpose }));
/** Somebody wants the workspace to learn from its outcomes, or its day has come. */
export const learningAsked = defineEvent(
  'scoring.learning_asked',
  1,
  z.object({ learning: z.literal('lead') }),
);

/** After these a contact's score, or how it came out, may be another. */
export const contactEvents = [recordCreated, recordUpdated, recordRestored].map((event) => event('contact'));
/** After these how a deal's contact came out may be another. */
export const dealEvents = [recordCreated, recordUpdated, recordRestored, recordDeleted].map((event) =>
  event('deal'),
);
/** After these all scores are reckoned anew. */
export const scoringChanged = [recordCreated('scoring'), recordUpdated('scoring'), scoringLearned];
