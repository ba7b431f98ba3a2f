/**
 * Who may do what, written from the words of the product and apart from the code that decides it: nothing of `shared/` is
 * read here, so that a mistake there cannot be copied. The matrix compares every door with it (`access-doors.ts`).
 */

/** Whose a record is, seen by the one who asks; `elsewhere` is another workspace's, and `never` was none at all. */
export const recordClasses = ['own', 'teams', 'others', 'nobodys', 'elsewhere', 'never'] as const;
export type RecordClass = (typeof recordClasses)[number];
/** Those that a workspace has. */
export const ownerClasses = ['own', 'teams', 'others', 'nobodys'] as const;
export type OwnerClass = (typeof ownerClasses)[number];
export const isHere = (one: RecordClass): one is OwnerClass => one !== 'elsewhere' && one !== 'never';

export type Reach = 'none' | 'own' | 'team' | 'all';
export type Verb = 'read' | 'create' | 'edit' | 'delete' | 'export';
export type LaterKind = 'company' | 'promise' | 'product' | 'order' | 'ticket';
export type Kind = 'contact' | 'deal' | 'task' | 'activity' | LaterKind;
/** Those that are somebody's to see by themselves. */
type Ruled = Exclude<Kind, 'activity'>;
type Fields = { hidden?: readonly string[]; readonly?: readonly string[] };
export type Role = {
  contact: Record<Verb, Reach>;
  deal: Record<Verb, Reach>;
  task: Record<Verb, Reach>;
  activity: Record<Exclude<Verb, 'read'>, Reach>;
  /** Whether nobody's records are in reach, wherever something is. */
  unassigned: Partial<Record<Kind, boolean>>;
  fields: { [K in Ruled]?: Fields };
  settings: readonly string[];
} & { [K in LaterKind]?: Record<Verb, Reach> };
/** Somebody: their roles, and where an API key speaks for them its own roles and scopes. */
export type Person = { roles: readonly Role[]; cap?: readonly Role[]; scopes?: readonly string[] };

const covers: Record<Reach, readonly OwnerClass[]> = {
  none: [],
  own: ['own'],
  team: ['own', 'teams'],
  all: ['own', 'teams', 'others', 'nobodys'],
};
const plural = {
  contact: 'contacts',
  deal: 'deals',
  task: 'tasks',
  activity: 'activities',
  company: 'companies',
  promise: 'promises',
  product: 'products',
  order: 'orders',
  ticket: 'tickets',
} as const;

function roleAllows(role: Role, kind: Kind, verb: Verb, whose: OwnerClass): boolean {
  if (kind === 'activity' && verb === 'read') return true; // it is its contact, or a deal, that must be readable
  const reach = (role[kind] as Record<Verb, Reach> | undefined)?.[verb] ?? 'none'; // a kind that a role does not name is out of reach
  if (whose === 'nobodys' && reach !== 'none' && role.unassigned[kind]) return true;
  return covers[reach].includes(whose);
}
/** A key may what its user may and what it may itself. */
const sides = ({ roles, cap }: Person) => (cap ? [roles, cap] : [roles]);
const scoped = ({ scopes }: Person, permission: string) =>
  scopes === undefined || scopes.includes(permission);

/** Whether somebody may do this to a record, whatever else is asked of it. */
export const may = (person: Person, kind: Kind, verb: Verb, whose: RecordClass): boolean =>
  isHere(whose) &&
  scoped(person, `${plural[kind]}:${verb}`) &&
  sides(person).every((roles) => roles.some((role) => roleAllows(role, kind, verb, whose)));

const union = (all: (readonly string[])[]) => [...new Set(all.flat())];
/** A rule for `custom` is one for each custom field. */
const holds = (names: readonly string[], name: string) =>
  names.includes(name) || (name.startsWith('custom.') && names.includes('custom'));
const common = (all: (readonly string[])[]) =>
  union(all).filter((name) => all.every((names) => holds(names, name)));

/** What something costs is said by its lines as well. */
const withLines = (kind: Ruled, names: readonly string[]) =>
  (kind === 'deal' || kind === 'order') && names.includes('amountCents') ? [...names, 'items'] : names;

function withheld(person: Person, kind: Ruled, verb: Verb, whose: OwnerClass, rules: 'seen' | 'set') {
  const of = ({ fields }: Role) => {
    const { hidden = [], readonly = [] } = fields[kind] ?? {};
    return withLines(kind, rules === 'seen' ? hidden : [...hidden, ...readonly]);
  };
  const held = sides(person).map((roles) => {
    const reaching = roles.filter((role) => roleAllows(role, kind, verb, whose));
    return common((reaching.length > 0 ? reaching : roles).map(of)); // where none reaches, the rules of all count
  });
  return union(held);
}

/** Fields of a record in reach that are in no answer. */
export const hidden = (person: Person, kind: Ruled, whose: RecordClass): string[] =>
  isHere(whose) && may(person, kind, 'read', whose) ? withheld(person, kind, 'read', whose, 'seen') : [];
/** Fields of a record that may not be set. */
export const locked = (person: Person, kind: Ruled, verb: 'create' | 'edit', whose: OwnerClass): string[] =>
  union([withheld(person, kind, verb, whose, 'set'), hidden(person, kind, whose)]);
/** Fields hidden in any record in reach: not to be asked by. */
export const unaskable = (person: Person, kind: Ruled): string[] =>
  union(ownerClasses.map((whose) => hidden(person, kind, whose)));

const mailAndPosts = ['mail:read', 'mail:write', 'submissions:read', 'submissions:write'];
/** Who may read every contact, whole. */
const readsAllContacts = (person: Person): boolean =>
  ownerClasses.every((whose) => may(person, 'contact', 'read', whose)) &&
  unaskable(person, 'contact').length === 0;

const kinds = Object.fromEntries(Object.entries(plural).map(([kind, name]) => [name, kind])) as Record<
  string,
  Kind
>;
/** Whether the door is open to somebody at all, before it is known for what. */
export function hasPermission(person: Person, permission: string): boolean {
  const [resource = '', verb] = permission.split(':');
  const kind = kinds[resource];
  const some = (of: Kind) => ownerClasses.some((whose) => may(person, of, verb as Verb, whose));
  if (permission === 'activities:read')
    return (
      some('activity') && (hasPermission(person, 'contacts:read') || hasPermission(person, 'deals:read'))
    );
  if (kind) return some(kind);
  const allowed =
    scoped(person, permission) &&
    sides(person).every((roles) => roles.some(({ settings }) => settings.includes(permission)));
  const readsAllDeals = ownerClasses.every((whose) => may(person, 'deal', 'read', whose));
  if (resource === 'mail' && !readsAllDeals) return false; // mails to owners name deals
  return allowed && (!mailAndPosts.includes(permission) || readsAllContacts(person));
}

/** How a door answers: `ok` is what its contract promises. */
export type Verdict = 'ok' | { status: number; code: string };
export const missing: Verdict = { status: 403, code: 'permission_missing' };
export const outOfReach: Verdict = { status: 403, code: 'record_out_of_reach' };
const ownerOutOfReach: Verdict = { status: 403, code: 'owner_out_of_reach' };
export const forbiddenField: Verdict = { status: 403, code: 'field_forbidden' };
export const unknownReference: Verdict = { status: 400, code: 'reference_unknown' };
export const unknown = (kind: string): Verdict => ({ status: 404, code: `${kind}_not_found` });

/** A door to one record: out of sight it never was; in sight and not to be touched it is refused. */
export function verdictOn(
  person: Person,
  kind: Kind,
  verb: Verb,
  whose: RecordClass,
  sets: readonly string[] = [],
): Verdict {
  if (!hasPermission(person, `${plural[kind]}:${verb}`)) return missing;
  if (!isHere(whose) || !may(person, kind, 'read', whose)) return unknown(kind);
  if (!may(person, kind, verb, whose)) return outOfReach;
  if (
    kind !== 'activity' &&
    verb === 'edit' &&
    locked(person, kind, verb, whose).some((name) => sets.includes(name))
  )
    return forbiddenField;
  return 'ok';
}

/** Whose a new record is where nobody is named; a product never is anybody's. */
const ownerOfNew = (person: Person, kind: Kind): OwnerClass =>
  kind === 'product' || may(person, kind, 'create', 'others') ? 'nobodys' : 'own';
/** Whoever is not in reach, in this workspace or not, is somebody else. */
const asOwner = (whose: RecordClass): OwnerClass => (isHere(whose) ? whose : 'others');

/** A new record for somebody (`nobodys`: nobody is named). */
export function verdictOnNew(
  person: Person,
  kind: Ruled,
  whose: RecordClass,
  { sets, contact }: { sets: readonly string[]; contact?: RecordClass },
): Verdict {
  if (!hasPermission(person, `${plural[kind]}:create`)) return missing;
  const owner = whose === 'nobodys' ? ownerOfNew(person, kind) : asOwner(whose);
  if (locked(person, kind, 'create', owner).some((name) => sets.includes(name))) return forbiddenField;
  if (!may(person, kind, 'create', owner)) return ownerOutOfReach;
  const isKnown = isHere(whose) && (contact === undefined || may(person, 'contact', 'read', contact));
  return isKnown ? 'ok' : unknownReference;
}

/** A record that is one's to edit is given to somebody (`nobodys`: to nobody). */
export function verdictOnGift(person: Person, kind: Ruled, whose: RecordClass, to: RecordClass): Verdict {
  const verdict = verdictOn(person, kind, 'edit', whose);
  if (verdict !== 'ok' || to === whose) return verdict;
  if (!may(person, kind, 'create', asOwner(to))) return ownerOutOfReach;
  return isHere(to) ? 'ok' : unknownReference;
}

/** An activity is seen where its contact is, or a deal that it names. */
export const seesActivity = (
  person: Person,
  contact: RecordClass,
  deals: readonly RecordClass[] = [],
): boolean =>
  scoped(person, 'activities:read') &&
  (may(person, 'contact', 'read', contact) || deals.some((whose) => may(person, 'deal', 'read', whose)));

export type About = { author: RecordClass; contact: RecordClass; deals?: readonly RecordClass[] };
export function verdictOnActivity(
  person: Person,
  verb: 'read' | 'edit' | 'delete',
  { author, contact, deals }: About,
): Verdict {
  if (!hasPermission(person, `activities:${verb}`)) return missing;
  if (!isHere(author) || !seesActivity(person, contact, deals)) return unknown('activity');
  return may(person, 'activity', verb, author) ? 'ok' : outOfReach;
}

/**
 * `PUT` by a key. One in sight is changed, which is a right of its own; of one out of sight it is not told that it has the
 * key but by the conflict that a new one has; a key that nobody here has makes a record.
 */
export function verdictOnUpsert(
  person: Person,
  kind: Ruled,
  whose: RecordClass,
  sets: readonly string[],
): Verdict {
  if (!hasPermission(person, `${plural[kind]}:create`)) return missing;
  if (may(person, kind, 'read', whose)) return verdictOn(person, kind, 'edit', whose, sets);
  const made = verdictOnNew(person, kind, 'nobodys', { sets });
  return made === 'ok' && isHere(whose) ? { status: 409, code: 'external_id_taken' } : made;
}

/** What lies in the trash is seen, restored and purged by whom it is in sight of and who may delete it. */
export function verdictOnTrashed(person: Person, kind: Ruled, whose: RecordClass): Verdict {
  const verdict = verdictOn(person, kind, 'delete', whose);
  return verdict !== 'ok' && verdict.status === 404 ? { status: 404, code: 'not_in_trash' } : verdict;
}
