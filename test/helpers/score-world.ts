import { handler as contacts } from '../../functions/contacts/api.ts';
import { handler as onContact } from '../../functions/scoring/on-contact-changed-score.ts';
import { scorePage } from '../../functions/scoring/rescoring/score-page.ts';
import { handler as scoring } from '../../functions/segments/api.ts';
import { activityEvents } from '../../shared/activities/activity-events.ts';
import { contactMergeEvents } from '../../shared/contacts/contact-events.ts';
import { listContactsRoute, patchContactRoute } from '../../shared/contacts/contact-routes.ts';
import { getItem } from '../../shared/platform/dynamo.ts';
import { leadScoreOf, scoreKey } from '../../shared/scoring/score-item.ts';
import { contactEvents, dealEvents } from '../../shared/scoring/scoring-events.ts';
import { getScoringRoute, putScoringRulesRoute } from '../../shared/scoring/scoring-routes.ts';
import { acme } from '../fixtures/ids.ts';
import { type Call, call } from './call.ts';
import { deliverTo } from './deliver.ts';
import { settleAll } from './dynamo.ts';

const types = [...activityEvents, ...contactMergeEvents, ...contactEvents, ...dealEvents].map(
  ({ type }) => type,
);
/** Every event so far, as the queue of what scores contacts hands it on. */
export const scoreAll = (): Promise<void> => deliverTo([{ handler: onContact, types }]);
/** The same contacts scored anew, as after a change of the rules. */
export async function rescore(...ids: string[]): Promise<void> {
  await scorePage({ workspaceId: acme, ids });
  await settleAll();
}

/** What lies beside a contact. */
export const scoreOf = async (id: string) => leadScoreOf(await getItem(scoreKey(acme, id)));
export const changePerson = (contactId: string, body: object, more: Call = {}) =>
  call(contacts, patchContactRoute, { params: { contactId }, body, ...more });
export const listPersons = (query: Record<string, string>, more: Call = {}) =>
  call(contacts, listContactsRoute, { query, ...more });
export const putRules = (body: object, more: Call = {}) =>
  call(scoring, putScoringRulesRoute, { body, ...more });
export const readScoring = (more: Call = {}) => call(scoring, getScoringRoute, more);

const rule = (id: string, name: string, points: number) => ({ id, name, points });
/** Rules that are easily reckoned with. */
export const plainRules = {
  rules: [
    { ...rule('budget', 'Budget', 30), group: 'fit', when: { 'custom.budget': { $gte: 1000 } } },
    { ...rule('free', 'Free mail', -5), group: 'fit', mail: 'free' },
    { ...rule('met', 'Met', 20), group: 'engagement', did: 'met', halfLifeDays: 10 },
    { ...rule('called', 'Called', 10), group: 'engagement', did: 'called', halfLifeDays: 10 },
  ],
};
