import { describe, expect, it } from 'vitest';
import {
  createPipeline,
  defaultStages,
  patchPipeline,
  type Stage,
  stagesTaken,
  stagesToLookAt,
} from '../../../shared/deals/pipeline.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aContext } from '../../helpers/context.ts';

const by = aContext();
const pipeline = aPipeline();
const without = (id: string) => defaultStages.filter((stage) => stage.id !== id);
const withStage = (id: string, over: Partial<Stage>) =>
  defaultStages.map((stage) => (stage.id === id ? { ...stage, ...over } : stage));
const problem = (pointer: string, code: string) =>
  expect.objectContaining({
    kind: 'invalid',
    more: { errors: [expect.objectContaining({ pointer, code })] },
  });

describe('A pipeline', () => {
  it.each([
    ['no open stage', defaultStages.filter(({ kind }) => kind !== 'open')],
    ['no won stage', without('won')],
    ['no lost stage', without('lost')],
  ])('with %s is refused, made or patched', (_, stages) => {
    expect(() => createPipeline({ name: 'P', stages }, by)).toThrow(problem('/stages', 'stage_kind_missing'));
    expect(() => patchPipeline(pipeline, { stages }, [], by)).toThrow(
      problem('/stages', 'stage_kind_missing'),
    );
  });

  it('with one id twice is refused, and told where', () => {
    const stages = [...defaultStages, { ...(defaultStages[0] as Stage), name: 'Again' }];
    expect(() => createPipeline({ name: 'P', stages }, by)).toThrow(problem('/stages/5/id', 'stage_twice'));
  });

  it('has the stages that it is given, in their order', () => {
    const stages = defaultStages.toReversed();
    expect(patchPipeline(pipeline, { stages }, [], by).after).toMatchObject({
      stages,
      version: 2,
      name: 'Sales',
    });
    expect(patchPipeline(pipeline, { name: 'New business' }, [], by).after.stages).toEqual(defaultStages);
  });

  it('keeps a stage that has deals', () => {
    const contacted = defaultStages.filter(({ id }) => id === 'contacted');
    expect(() => patchPipeline(pipeline, { stages: without('contacted') }, contacted, by)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'stage_in_use' }),
    );
  });
});

describe('stagesTaken', () => {
  it.each<[string, Stage[] | undefined, string[]]>([
    ['nothing where the stages are not patched', undefined, []],
    [
      'nothing of stages that are renamed, reordered or added to',
      [
        ...withStage('new', { name: 'N', probability: 0.2 }).toReversed(),
        { id: 'extra', name: 'E', kind: 'open', probability: 0, requiredFields: [] },
      ],
      [],
    ],
    ['a stage that is left out', without('contacted'), ['contacted']],
    ['a stage that becomes another kind', withStage('proposal', { kind: 'won' }), ['proposal']],
  ])('names %s', (_, stages, ids) => {
    expect(stagesTaken(pipeline, { stages }).map(({ id }) => id)).toEqual(ids);
  });
});

describe('stagesToLookAt', () => {
  it.each<[string, Stage[], string[]]>([
    ['no stage where only names change', withStage('new', { name: 'N' }), []],
    ['a stage with other idle days', withStage('new', { idleDays: 9 }), ['new']],
    ['a stage without idle days any more', withStage('contacted', { idleDays: undefined }), ['contacted']],
    ['a stage that asks for another field', withStage('new', { requiredFields: ['items'] }), ['new']],
    ['a closed stage that asks for less', withStage('won', { requiredFields: [] }), ['won']],
    ['no closed stage, for nothing is idle there', withStage('won', { idleDays: 9 }), []],
    [
      'no new stage, for nothing is in it yet',
      [
        ...defaultStages,
        { id: 'x', name: 'X', kind: 'open', probability: 0, idleDays: 2, requiredFields: [] },
      ],
      [],
    ],
  ])('names %s', (_, after, ids) => {
    expect(stagesToLookAt(defaultStages, after).map(({ id }) => id)).toEqual(ids);
  });
});
