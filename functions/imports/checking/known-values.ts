import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import type { CleanContext } from '../../../shared/imports/cleaning/clean-context.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { knownNames } from './naming/by-name.ts';
import type { Namer } from './naming/namer.ts';

type Ask = (actor: Actor, namer: Namer) => Promise<string[]>;
const stagesOf: Ask = async (_, namer) =>
  (await namer.pipelines()).flatMap(({ stages }) => stages.map(({ name }) => name));
const names =
  (kind: 'company' | 'product'): Ask =>
  (actor) =>
    knownNames(kind, within(actor));

const ofDeal: Record<string, Ask> = {
  product: names('product'),
  company: names('company'),
  stage: stagesOf,
  pipeline: async (_, namer) => (await namer.pipelines()).map(({ name }) => name),
  ownerEmail: (_, namer) => namer.userNames(),
};
const asked: Partial<Record<Import['kind'], Record<string, Ask>>> = {
  deal: ofDeal,
  order: { product: names('product'), company: names('company'), ownerEmail: ofDeal.ownerEmail as Ask },
  contact: { company: names('company'), ownerEmail: ofDeal.ownerEmail as Ask },
  company: { parent: names('company'), ownerEmail: ofDeal.ownerEmail as Ask },
};

/** The values that are known of the mapped fields, by which one that is misspelt is told. */
export async function knownValues(one: Import, actor: Actor, namer: Namer): Promise<CleanContext['known']> {
  const mapped = new Set((one.mapping ?? []).map(({ field }) => field));
  const wanted = Object.entries(asked[one.kind] ?? {}).filter(([field]) => mapped.has(field));
  return Object.fromEntries(
    await Promise.all(wanted.map(async ([field, ask]) => [field, await ask(actor, namer)] as const)),
  );
}
