import { beforeEach, expect, it } from 'vitest';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { factsOf, isLive, likely } from '../../../shared/duplicates/compared.ts';
import { duplicatesPk, matchSk } from '../../../shared/duplicates/match-entries.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { findings } from '../../helpers/projections/findings.ts';
import { stormSize } from '../../helpers/storm.ts';
import { change, find, pairsListed, person, useDuplicates } from './duplicate-world.ts';

beforeEach(useDuplicates);

const apart = { firstName: 'Zoe', lastName: 'Quux', birthday: '1990-01-02', addresses: [] };
const { firstName, lastName, birthday, addresses } = person('ct_any');
const edits: Partial<Contact>[] = [
  apart,
  { firstName, lastName, birthday, addresses },
  { firstName: 'Adda', lastName, birthday, addresses },
  { deletedAt: monday },
  { deletedAt: undefined },
  { ownerId: ann },
  { ownerId: ben },
];
/** The same numbers at each run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What the records say, asked of nothing but them. */
async function truth(): Promise<string[]> {
  const items = (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'CONTACT').filter(isLive);
  const all = items
    .map((item) => ({ id: String(item.id), facts: factsOf('contact', item, { matching: [] }) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return all.flatMap(({ id, facts }, n) =>
    all.slice(n + 1).flatMap((other) => (likely(facts, other.facts) ? [`${id} ${other.id}`] : [])),
  );
}

it.each(Array.from({ length: stormSize(20) }, (_, n) => n))(
  'edits, looks and findings among each other, late and twice, end in what the records say (%i)',
  async (seed) => {
    const roll = dice(seed);
    const ids = Array.from({ length: 5 }, () => newId('contact', monday));
    for (const id of ids) await keep(contactRecord, person(id));
    const any = () => ids[roll(ids.length)] ?? '';
    const found = new Map<string, unknown>();
    const told = (id: string) => getItem({ pk: duplicatesPk(acme, 'contact', id), sk: matchSk });
    const look = async (id: string) => {
      const before = await told(id);
      await find([id]);
      found.set(id, before?.version);
    };
    for (let round = 0; round < 6; round++) {
      const changed = new Set(Array.from({ length: 2 }, any)); // one write of a record at a time
      await Promise.all([
        ...[...changed].map((id) => change(id, edits[roll(edits.length)] ?? {})),
        settleAll(),
        find([any(), any()]),
        find([any()]),
      ]);
      await Promise.all([settleAll(), look(any()), settleAll(), look(any())]);
    }
    // What a look in the midst of it has put into the table, the stream tells of as well.
    await settleAll();
    await find(ids);
    await settleAll();
    expect((await pairsListed()).sort()).toEqual(await truth());
    expect(await findings(projections)).toEqual([]);
  },
);
