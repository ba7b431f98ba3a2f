import { beginRun } from '../../shared/rules/run.ts';
import { runKey } from '../../shared/rules/run-store.ts';
import { acme, globex, monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { one, whole } from './access-doors-settings.ts';
import {
  hasPermission,
  may,
  missing,
  ownerClasses,
  type Person,
  type RecordClass,
  recordClasses,
  unknown,
} from './access-oracle.ts';
import { freshSetting, type Where } from './access-settings.ts';
import { contactIds, putItem } from './access-world.ts';

/** A rule with a run of a contact of ours. */
async function run(whose: RecordClass) {
  const ruleId = await freshSetting('rule', whose as Where);
  const workspaceId = whose === 'own' ? acme : globex;
  const event = { id: 'ch_1.0', type: 'contact.created', at: monday, data: {} };
  const about = { workspaceId, ruleId, number: 1, event, kind: 'contact', recordId: contactIds.own } as const;
  const made = beginRun(about, 'stop', [], monday);
  if (whose !== 'never') await putItem({ ...made, ...runKey(made) });
  return { ruleId, runId: made.id };
}
const ofRun = (needs: string): Door =>
  trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: await run(whose) }),
    verdict: (person, whose) => {
      if (!hasPermission(person, needs)) return missing;
      return whose === 'own' ? 'ok' : unknown('rule');
    },
  });

const live = { state: 'live', live: { number: 1, publishedAt: monday } };
const outOfReach = { status: 403, code: 'rule_out_of_reach' };
/** Who hears that something happened to any contact is one who reads every contact. */
const readsAll = (person: Person) => ownerClasses.every((whose) => may(person, 'contact', 'read', whose));

const ofPublisher = (): Door =>
  trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: { ruleId: await freshSetting('rule', whose as Where) } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'rules:write')) return missing;
      if (whose !== 'own') return unknown('rule');
      return readsAll(person) ? 'ok' : outOfReach;
    },
  });

/** Doors to rules and to what they have done. */
export const ruleDoors: Record<string, Door> = {
  createRule: whole('rules:write'),
  listRules: whole('rules:read'),
  getRule: one('rules:read', 'rule'),
  patchRule: one('rules:write', 'rule', { fresh: {}, body: () => ({ name: 'Renamed' }) }),
  deleteRule: one('rules:write', 'rule', { fresh: {} }),
  publishRule: ofPublisher(),
  dryRunRule: ofPublisher(),
  pauseRule: one('rules:write', 'rule', { fresh: live }),
  resumeRule: one('rules:write', 'rule', { fresh: live }),
  listRuleVersions: one('rules:read', 'rule'),
  listRuleRuns: one('rules:read', 'rule'),
  getRuleRun: ofRun('rules:read'),
  cancelRuleRun: ofRun('rules:write'),
  listRecordRuleRuns: trial({
    at: recordClasses,
    aim: (whose) => ({ params: { recordId: contactIds[whose] } }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'rules:read')) return missing;
      return may(person, 'contact', 'read', whose) ? 'ok' : unknown('record');
    },
  }),
};
