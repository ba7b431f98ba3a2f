import { describe, expect, it } from 'vitest';
import {
  addToTeam,
  comers,
  createTeam,
  leaveTeam,
  patchTeam,
  type Team,
  whoMoved,
} from '../../../shared/access/team.ts';
import { newId } from '../../../shared/core/ids.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const many = (count: number) => Array.from({ length: count }, () => newId('user'));
const aTeam = (over: Partial<Team> = {}): Team => ({
  id: newId('team'),
  workspaceId: acme,
  version: 1,
  createdAt: monday,
  updatedAt: monday,
  name: 'Sales',
  managerIds: [],
  memberIds: [],
  ...over,
});

describe('a team', () => {
  it('takes in forty-five at once, and as many as it holds in several steps', () => {
    const first = createTeam({ name: 'Big', managerIds: [], memberIds: many(45) }, aContext()).after;
    expect(() => createTeam({ name: 'Big', managerIds: [], memberIds: many(46) }, aContext())).toThrow();
    const full = patchTeam(first, { memberIds: [...first.memberIds, ...many(35)] }, aContext()).after;
    expect(full.memberIds).toHaveLength(80);
    expect(() => addToTeam(full, ann, aContext())).toThrow(expect.objectContaining({ code: 'team_full' }));
  });

  it('lets all go at once', () =>
    expect(patchTeam(aTeam({ memberIds: many(80) }), { memberIds: [] }, aContext()).after.memberIds).toEqual(
      [],
    ));

  it('counts who comes and who goes, and nobody who stays or changes place', () => {
    expect(whoMoved([ann, ben], [ben, ann])).toEqual([]);
    expect(whoMoved([ann], [ben])).toEqual([ann, ben]);
  });

  it('names who comes by their place in the list, also who becomes a manager of it', () => {
    const before = aTeam({ memberIds: [ann] });
    const after = { memberIds: [ann, ben], managerIds: [ann] };
    expect(comers(before, after)).toEqual([
      { id: ben, pointer: '/memberIds/1' },
      { id: ann, pointer: '/managerIds/0' },
    ]);
  });

  it('is left as member and as manager alike', () => {
    const team = aTeam({ memberIds: [ann, ben], managerIds: [ann] });
    expect(leaveTeam(team, ann, aContext()).after).toMatchObject({ memberIds: [ben], managerIds: [] });
  });
});
