import { describe, expect, it } from 'vitest';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { isSample, type SampleWorld } from '../../../shared/sample/sample.ts';
import { sampleCompanies, sampleContacts } from '../../../shared/sample/sample-people.ts';
import { sampleDeals, sampleHistory, sampleTasks } from '../../../shared/sample/sample-work.ts';
import { ann, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';

const world = (over: Partial<SampleWorld> = {}): SampleWorld => ({
  now: noon,
  timeZone: 'Europe/Berlin',
  ownerId: ann,
  pipeline: aPipeline(),
  idOf: (key) => `id of ${key}`,
  ...over,
});
const stagesOf = (pipeline: SampleWorld['pipeline']) =>
  sampleDeals(world({ pipeline })).map(({ given }) => (given as { stageId: string }).stageId);

describe('the sample', () => {
  it('is of a size to look around in, each record with a key of its own', () => {
    const all = [
      ...sampleCompanies(world()),
      ...sampleContacts(world(), true),
      ...sampleDeals(world()),
      ...sampleTasks(world()),
      ...sampleHistory(world()),
    ];
    expect(all).toHaveLength(45);
    expect(new Set(all.map(({ key }) => key)).size).toBe(45);
    expect(all.every(({ given }) => isSample(given))).toBe(true);
  });

  it('stands over whatever open stages a pipeline has, but for those that ask for a custom field', () => {
    expect(stagesOf(aPipeline())).toEqual([
      'new',
      'contacted',
      'proposal',
      'new',
      'contacted',
      'proposal',
      'won',
      'lost',
    ]);
    const hard = (id: string) => (stage: (typeof defaultStages)[number]) =>
      stage.id === id ? { ...stage, requiredFields: ['custom.floor' as const] } : stage;
    const stages = defaultStages.map(hard('contacted')).map(hard('lost'));
    expect(stagesOf(aPipeline({ stages }))).toEqual([
      'new',
      'proposal',
      'new',
      'proposal',
      'new',
      'proposal',
      'won',
    ]);
    expect(stagesOf(aPipeline({ stages: stages.map(hard('new')).map(hard('proposal')) }))).toEqual(['won']);
  });

  it('says why a deal was lost in the pipeline’s own words, where it has some', () => {
    const [lost] = sampleDeals(world({ pipeline: aPipeline({ lossReasons: ['Price'] }) })).slice(-1);
    expect(lost?.given).toMatchObject({ lostReason: 'Price' });
  });

  it('has nothing happen with whom somebody has deleted meanwhile', () => {
    expect(sampleHistory(world({ idOf: () => undefined }))).toEqual([]);
    const [task] = sampleTasks(world({ idOf: () => undefined }));
    expect(task?.given).toMatchObject({ contactId: undefined, dealId: undefined });
  });
});
