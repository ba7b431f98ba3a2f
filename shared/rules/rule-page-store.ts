import type { Page, PageRequest } from '../core/page.ts';
import { cursorOf, keyOf, queryPage } from '../platform/cursor.ts';
import { presetIds } from './presets.ts';
import type { Rule } from './rule.ts';
import { ruleListPk, ruleListSk } from './rule-projection.ts';
import { ruleStore } from './rule-store.ts';

const scope = 'rules';

/**
 * RULE-2: oldest first, one Query and one BatchGet a page. The list follows the records a moment later, but the ready-made rules, whose ids are
 * known, stand in their place as soon as they are made.
 */
export async function rulePage(workspaceId: string, page: PageRequest): Promise<Page<Rule>> {
  const pk = ruleListPk(workspaceId);
  const listed = await queryPage({ pk }, page, scope, ({ sk, id }) => ({ sk, id: String(id) }));
  const after = page.cursor ? (await keyOf(page.cursor, pk, scope)).sk : '';
  const last = listed.cursor ? listed.items.at(-1)?.sk : undefined;
  const ids = new Set([...listed.items.map(({ id }) => id), ...presetIds(workspaceId)]);
  const rules = (await ruleStore.getMany(workspaceId, [...ids]))
    .map((rule) => ({ rule, sk: ruleListSk(rule) }))
    .filter(({ sk }) => sk > after && (last === undefined || sk <= last))
    .toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const shown = rules.slice(0, page.limit);
  const end = shown.at(-1);
  return {
    items: shown.map(({ rule }) => rule),
    cursor: rules.length > shown.length && end ? await cursorOf({ pk, sk: end.sk }, scope) : listed.cursor,
  };
}
