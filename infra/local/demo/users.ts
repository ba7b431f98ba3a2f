import type { BuiltinRole } from '../../../shared/access/builtin-roles.ts';

/** A person who can sign in to the local cloud. The id never changes, so tokens and records of earlier runs stay valid. */
export type DemoUser = {
  email: string;
  name: string;
  /** The credential's `sub`, and the user's id. */
  sub: string;
  workspace: DemoWorkspace;
  role: BuiltinRole;
};
export type DemoWorkspace = { id: string; name: string };

export const acme: DemoWorkspace = { id: 'ws_01K9ACME000000000000000000', name: 'Acme' };
export const globex: DemoWorkspace = { id: 'ws_01K9G10BEX0000000000000000', name: 'Globex' };

const at =
  (domain: string, workspace: DemoWorkspace) =>
  (word: string, name: string, role: BuiltinRole, sub: string): DemoUser => ({
    email: `${word}@${domain}`,
    name,
    sub,
    workspace,
    role,
  });
const atAcme = at('acme.test', acme);
const atGlobex = at('globex.test', globex);

export const demoUsers: readonly DemoUser[] = [
  atAcme('admin', 'Ada Brandt', 'admin', 'us_01K9ACME00ADM1N00000000001'),
  atAcme('manager', 'Milan Okafor', 'manager', 'us_01K9ACME00MANAGER000000001'),
  atAcme('rep', 'Rosa Lindqvist', 'rep', 'us_01K9ACME00REP0000000000001'),
  atAcme('rep2', 'Rahul Mehta', 'rep', 'us_01K9ACME00REP0000000000002'),
  atAcme('support', 'Sofia Duarte', 'support', 'us_01K9ACME00SPPRT00000000001'),
  atAcme('marketing', 'Marek Novak', 'marketing', 'us_01K9ACME00MKTNG00000000001'),
  atGlobex('admin', 'Greta Hale', 'admin', 'us_01K9G10BEXADM1N00000000001'),
];
