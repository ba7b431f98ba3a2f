import { builtinRole } from '../../../shared/access/builtin-roles.ts';
import { createRole, roleRecord } from '../../../shared/access/role.ts';
import { createTeam, teamRecord } from '../../../shared/access/team.ts';
import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { type Kept, type RecordBase, recordKey } from '../../../shared/core/record.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { customRoleId, salesTeamId, supportTeamId } from './fixed.ts';
import { acme, demoUsers } from './users.ts';

const idOf = (word: string) => demoUsers.find(({ email }) => email === `${word}@acme.test`)?.sub ?? '';

/** What was there once stays as it is now, deleted too: its changes tell of it. */
async function seedOnce<T extends RecordBase>({ of, after }: Kept<T>, id: string, by: Context) {
  const { pk } = recordKey(acme.id, of.kind, id);
  if ((await queryItems({ pk, limit: 1, consistent: true })).items.length > 0) return;
  await recordStore(of).save({ of, before: undefined, after: { ...after, id }, events: [] }, by);
}

/** Acme's two teams, and a role of its own: a rep who does not see private phones and birthdays, nor sets amounts. */
export async function seedTeams(now: string): Promise<void> {
  const by = systemContext(acme.id, 'system', 'local', now);
  const [manager, rep, rep2, support] = ['manager', 'rep', 'rep2', 'support'].map(idOf) as [
    string,
    string,
    string,
    string,
  ];
  const sales = createTeam({ name: 'Sales', managerIds: [manager], memberIds: [rep, rep2] }, by);
  const service = createTeam({ name: 'Support', managerIds: [manager], memberIds: [support] }, by);
  const policy = {
    ...builtinRole('rep').policy,
    fields: {
      contact: { phones: 'hidden', birthday: 'hidden' },
      deal: { amountCents: 'readonly' },
      task: {},
    } as const,
  };
  const description = 'Like a sales rep, but sees no phones and birthdays, and sets no amounts.';
  const role = createRole({ name: 'Trainee', description }, policy, by);
  await Promise.all([
    seedOnce({ ...sales, of: teamRecord }, salesTeamId, by),
    seedOnce({ ...service, of: teamRecord }, supportTeamId, by),
    seedOnce({ ...role, of: roleRecord }, customRoleId, by),
  ]);
}
