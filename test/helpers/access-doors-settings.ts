import { type Door, trial, unguarded } from './access-doors.ts';
import { hasPermission, missing, type Person, type RecordClass, unknown } from './access-oracle.ts';
import { freshSetting, type SettingKind, settingId, type Where } from './access-settings.ts';
import { neverId } from './access-world.ts';

const wheres = ['own', 'elsewhere', 'never'] as const;
type More = {
  /** Of one that is made for the request, because it changes. */
  fresh?: object;
  body?: (id: string) => unknown;
  params?: Record<string, string>;
  query?: boolean;
  open?: { status: number; code: string };
};

/** By permission alone, and of no record in particular. */
export const whole = (needs: string, body?: () => unknown, open?: More['open']): Door =>
  trial({
    at: ['own'],
    aim: () => (body ? { body: body() } : {}),
    verdict: (person) => (hasPermission(person, needs) ? 'ok' : missing),
    ...(open && { open }),
  });

/** A PUT by permission alone that makes what was not there: a body of its own each time. */
const putNew = (needs: string, body: () => unknown): Door =>
  trial({
    at: ['own'],
    aim: () => ({ body: body() }),
    verdict: (person) => (hasPermission(person, needs) ? 'ok' : missing),
    status: () => 201,
  });

/** One of a kind, by permission alone: whoever may read one may read all of the workspace, and none of another. */
export const one = (
  needs: string,
  kind: SettingKind,
  { fresh, body, params, query, open }: More = {},
): Door =>
  trial({
    at: wheres,
    aim: async (whose) => {
      const id = await (fresh ? freshSetting(kind, whose as Where, fresh) : settingId(kind, whose as Where));
      const named = { [`${kind}Id`]: id };
      return {
        ...(query ? { query: named } : { params: { ...params, ...named } }),
        ...(body && { body: body(id) }),
      };
    },
    verdict: (person, whose) => {
      if (!hasPermission(person, needs)) return missing;
      return whose === 'own' ? 'ok' : unknown(kind);
    },
    ...(open && { open }),
  });
const own = {};

const isKey = ({ cap, scopes }: Person) => cap !== undefined || scopes !== undefined;
const needsSession = { status: 403, code: 'needs_session' };
/** What belongs to one's own sign-in; an API key has none. */
const ofSession = (
  sessionOf: (whose: RecordClass) => string | undefined,
  at: readonly RecordClass[] = ['own'],
): Door =>
  trial({
    at,
    aim: (whose) => {
      const sessionId = sessionOf(whose);
      return sessionId ? { params: { sessionId } } : {};
    },
    verdict: (person, whose) => {
      if (isKey(person)) return needsSession;
      return whose === 'own' ? 'ok' : unknown('session');
    },
  });

let n = 0;
const named = (rest: object) => () => ({ name: `Made ${n++}`, ...rest });

// Nobody answers there: what SES says is unknown.
process.env.AWS_ENDPOINT_URL_SES ??= 'http://127.0.0.1:9';
process.env.MAIL_FROM ??= 'crm@acme.test';

/** Doors to what is governed as a whole, and to what is one's own or everybody's. */
export const settingDoors: Record<string, Door> = {
  listPipelines: whole('pipelines:read'),
  createPipeline: whole('pipelines:write'),
  getPipeline: one('pipelines:read', 'pipeline'),
  patchPipeline: one('pipelines:write', 'pipeline', { fresh: own }),
  deletePipeline: one('pipelines:write', 'pipeline', { fresh: own }),

  listForms: whole('forms:read'),
  createForm: whole('forms:write'),
  getForm: one('forms:read', 'form'),
  patchForm: one('forms:write', 'form', { fresh: own }),
  deleteForm: one('forms:write', 'form', { fresh: own }),
  listSubmissions: one('submissions:read', 'form', { query: true }),

  listTemplates: whole('templates:read'),
  createTemplate: whole('templates:write'),
  getTemplate: one('templates:read', 'template'),
  patchTemplate: one('templates:write', 'template', { fresh: own }),
  deleteTemplate: one('templates:write', 'template', { fresh: own }),

  listMailboxes: whole('mail:read'),
  createMailbox: whole('mail:write', () => ({ name: 'Sales', address: `box${n++}@in.acme.test` })),
  getMailbox: one('mail:read', 'mailbox'),
  patchMailbox: one('mail:write', 'mailbox', { fresh: own }),
  deleteMailbox: one('mail:write', 'mailbox', { fresh: own }),
  getMailIntake: whole('mail:read'),
  listMailIntake: whole('mail:read'),
  getMailIntakeMessage: one('mail:read', 'intake'),
  retryMailIntakeMessage: one('mail:write', 'intake', { open: { status: 409, code: 'intake_not_failed' } }),
  listOutboundMail: whole('mail:read'),
  getSendingDomain: whole('mail:read'),
  getOutboundMail: one('mail:read', 'message'),
  resolveOutboundMail: one('mail:write', 'message', { fresh: own, body: () => ({ sent: false }) }),

  listUsers: whole('users:read'),
  inviteUser: whole('users:write', () => ({
    email: `new${n++}@acme.test`,
    name: 'New',
    roles: ['readonly'],
  })),
  getMe: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }), // who one is everybody may know
  patchMe: whole('users:read'),
  rotateDropBox: trial({ at: ['own'], aim: () => ({ body: {} }), verdict: () => 'ok' }), // one’s own address
  getUser: one('users:read', 'user'),
  patchUser: one('users:write', 'user', { fresh: own, body: () => ({ name: 'Renamed' }) }),
  resendInvitation: one('users:write', 'user', { fresh: { status: 'invited' }, body: () => ({}) }),
  deactivateUser: one('users:write', 'user', { fresh: own, body: () => ({ reassignTo: null }) }),
  reactivateUser: one('users:write', 'user', { fresh: { status: 'deactivated' }, body: () => ({}) }),
  removeUser: one('users:write', 'user', { fresh: { status: 'deactivated' } }),

  listTeams: whole('teams:read'),
  createTeam: whole('teams:write', named({})),
  getTeam: one('teams:read', 'team'),
  patchTeam: one('teams:write', 'team', { fresh: own, body: (id) => ({ name: id }) }),
  deleteTeam: one('teams:write', 'team', { fresh: own }),
  addTeamMember: one('teams:write', 'team', { fresh: own, open: { status: 404, code: 'user_not_found' } }),
  removeTeamMember: one('teams:write', 'team', { fresh: own, params: { userId: neverId('user') } }),

  listRoles: whole('roles:read'),
  createRole: whole('roles:write', named({ from: 'rep' })),
  getRole: one('roles:read', 'role'),
  patchRole: one('roles:write', 'role', { fresh: own }),
  deleteRole: one('roles:write', 'role', { fresh: own }),

  listKeys: whole('keys:read'),
  createKey: trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => {
      if (!hasPermission(person, 'keys:write')) return missing;
      return isKey(person) ? needsSession : 'ok';
    },
  }),
  getKey: one('keys:read', 'key'),
  patchKey: one('keys:write', 'key', { fresh: own }),
  revokeKey: one('keys:write', 'key', { fresh: own }),

  listSessions: ofSession(() => undefined),
  signOut: ofSession(() => undefined),
  signOutEverywhere: ofSession(() => undefined),
  endSession: ofSession(() => neverId('session'), ['never']),

  listWorkspaces: whole('workspaces:read'),
  createWorkspace: whole('workspaces:write'),
  getWorkspace: whole('workspaces:read'),
  patchWorkspace: whole('workspaces:write', () => ({ currency: 'EUR' })),

  getSampleData: whole('workspaces:write'),
  createSampleData: whole('workspaces:write'),
  deleteSampleData: whole('workspaces:write'),

  listSpend: whole('reports:read'),
  putSpend: putNew('reports:write', () => ({ month: '2026-11', source: `Source ${n++}`, amountCents: 1 })),
  deleteSpend: one('reports:write', 'spend', { fresh: own }),
  listTargets: trial({
    at: ['own'],
    aim: () => ({}),
    verdict: (person) => (isKey(person) && !hasPermission(person, 'reports:read') ? missing : 'ok'), // one’s own
  }),
  putTarget: putNew('reports:write', () => ({
    month: `${1970 + Math.floor(n / 12)}-${String((n++ % 12) + 1).padStart(2, '0')}`,
    calls: 1,
  })),
  deleteTarget: one('reports:write', 'target', { fresh: own }),

  listAudit: whole('audit:read'),
  listErasures: whole('erasures:read'),
  getErasure: one('erasures:read', 'erasure'),

  getHealth: unguarded('Says that the API is there.'),
  getOpenApi: unguarded('The contracts, which hold no data.'),
  getConsoleSettings: unguarded('Where anybody may try to sign in.'),
  getDocs: unguarded('The contracts, which hold no data.'),
  submitForm: unguarded('A visitor writes; the answer never tells whether they are known.'),
  preflightSubmission: unguarded('A browser asks whether a page may post.'),
  preflightPageView: unguarded('A browser asks whether a page may post.'),
  sendPageView: unguarded('A visitor’s page views; the answer is empty.'),
  getFillTime: unguarded('A signed time for a form.'),
  getEmbedScript: unguarded('A form’s own script and fields.'),
  getThanks: unguarded('A form’s own words.'),
  getUnsubscribePage: unguarded('The signed link of a mail is the credential.'),
  listSuppressions: whole('mail:read'),
  lookUpSuppression: whole('mail:read'),
  createSuppression: whole('mail:write', () => ({ address: `shut${n++}@engines.example` })),
  deleteSuppression: whole('mail:write', undefined, { status: 404, code: 'suppression_not_found' }),
  getRatingPage: unguarded('The signed link of a mail is the credential.'),
  giveRating: unguarded('The signed link of a mail is the credential.'),
  getMailPreferences: unguarded('The signed link of a mail is the credential.'),
  setMailPreferences: unguarded('The signed link of a mail is the credential.'),
  unsubscribe: unguarded('The signed link of a mail is the credential.'),
};
