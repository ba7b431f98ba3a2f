import { whoAreHere } from '../../../shared/identity/user-store.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { nextInTurn } from '../../../shared/platform/round-robin.ts';
import { loadOf } from '../../../shared/rules/load-store.ts';
import type { StepOf } from '../../../shared/rules/step.ts';
import type { Deed, Moment } from './moment.ts';
import { patchRecord } from './patch-record.ts';
import { contactOf } from './subject.ts';

type Who = StepOf<'assign'>['who'];
type Territory = Extract<Who, { how: 'territory' }>['territories'][number];
type Place = { country?: string | undefined; postalCode?: string | undefined };

function fits({ countries, postalCodes }: Territory, { country, postalCode }: Place): boolean {
  const isThere =
    countries === undefined || (country !== undefined && countries.includes(country.toUpperCase()));
  const code = postalCode?.replaceAll(' ', '').toUpperCase();
  const begins = (prefix: string) => code?.startsWith(prefix.replaceAll(' ', '').toUpperCase());
  return isThere && (postalCodes === undefined || postalCodes.some(begins));
}
const placesOf = (record: object | undefined): Place[] =>
  record && 'addresses' in record && Array.isArray(record.addresses) ? record.addresses : [];

/** Where the record is, else where its contact is. */
async function placesFor({ run, record }: Moment): Promise<Place[]> {
  const own = placesOf(record);
  return own.length > 0 ? own : placesOf(await contactOf(run, record));
}

/** Of two at random the one with less to do: nearly as even as asking all (the power of two choices), for two reads. */
async function lessLoaded({ run, record }: Moment, here: readonly string[]): Promise<string | undefined> {
  const first = here[Math.floor(Math.random() * here.length)];
  const others = here.filter((id) => id !== first);
  const second = others[Math.floor(Math.random() * others.length)];
  if (!first || !second) return first;
  const { pipelineId } = record as { pipelineId?: string };
  const load = { workspaceId: run.workspaceId, kind: run.kind, pipelineId };
  const [one, another] = await Promise.all([first, second].map((id) => loadOf(load, id)));
  return (another ?? 0) < (one ?? 0) ? second : first;
}

/** Who is next; nobody where none of those who could be is here. */
async function chosen({ who, id }: StepOf<'assign'>, moment: Moment): Promise<string | undefined> {
  const { workspaceId, ruleId } = moment.run;
  const here = (users: readonly string[]) => whoAreHere(workspaceId, users);
  const inTurn = async (users: readonly string[], name: string) =>
    nextInTurn(workspaceId, `RULE#${ruleId}#${name}`, await here(users));
  if (who.how === 'user') return (await here([who.userId]))[0];
  if (who.how === 'round_robin') return inTurn(who.users, id);
  if (who.how === 'least_loaded') return lessLoaded(moment, await here(who.users));
  const places = await placesFor(moment);
  const at = who.territories.findIndex((one) => places.some((place) => fits(one, place)));
  const territory = who.territories[at];
  if (territory) return inTurn(territory.users, `${id}#${at}`);
  return who.users && inTurn(who.users, id);
}

/** Gives the record to somebody who is here. */
export const assign: Deed<'assign'> = async (step, moment) => {
  const ownerId = await chosen(step, moment);
  if (!ownerId) return { skipped: 'nobody_here' };
  return patchRecord(moment, (record: Owned) => (record.ownerId === ownerId ? {} : { ownerId }));
};
