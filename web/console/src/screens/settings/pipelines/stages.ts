import type { Pipeline, PipelinePatch, Stage, StageInput } from '../../../../../client/src/index.ts';

/** What of a deal a stage may ask for, beside the workspace's own fields. */
export const requirable = ['amountCents', 'expectedCloseOn', 'contactId', 'companyId', 'ownerId', 'items'];

/** A stage's id of its name: lower-case letters, digits and hyphens, like no other. */
export function stageId(name: string, taken: readonly string[]): string {
  const plain = name.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const word = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 32);
  const base = word || 'stage';
  const free = (count: number): string => {
    const id = count === 1 ? base : `${base}-${count}`;
    return taken.includes(id) ? free(count + 1) : id;
  };
  return free(1);
}

/** The stages as the API takes them: those that are new get an id of their name. */
export function sentStages(stages: readonly Stage[], saved: Pipeline['stages']): StageInput[] {
  const taken = saved.map(({ id }) => id);
  return stages.map(({ idleDays, ...stage }) => {
    const isNew = !saved.some(({ id }) => id === stage.id);
    const id = isNew ? stageId(stage.name, taken) : stage.id;
    taken.push(id);
    const idle = stage.kind === 'open' && idleDays !== undefined ? { idleDays } : {};
    return { ...stage, ...idle, id };
  });
}

export const patchOf = (
  { stages, ...others }: Partial<Pick<Pipeline, 'name' | 'stages' | 'lossReasons' | 'winReasons'>>,
  saved: Pipeline['stages'],
): PipelinePatch => ({ ...others, ...(stages && { stages: sentStages(stages, saved) }) });
