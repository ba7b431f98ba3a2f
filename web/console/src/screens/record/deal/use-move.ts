import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal, DealCard, Pipeline } from '../../../../../client/src/index.ts';
import type { AnyRecord } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { useMe } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { MovedMeanwhile, moveDeal } from '../../board/move-deal.ts';
import { useQuestions } from '../../board/use-questions.ts';
import { keep, readRecord } from '../page-query.ts';

type Stage = Pipeline['stages'][number];

/** Moves a deal on its page: by the same questions as on the board. `to` is where it is on its way. */
export function useMove(deal: Deal, pipeline: Pipeline | undefined) {
  const t = useTranslations('board');
  const client = useQueryClient();
  const toast = useToast();
  const { hidden } = useMe().fields.deal;
  const { asked, isBusy, asker, close } = useQuestions();
  const [to, setTo] = useState<string>();
  const card: DealCard = { ...deal, daysInStage: 0, idle: false };
  const read = async () => (await readRecord('deal', deal.id)) as unknown as Deal;

  const nameOf = (stageId: string) => pipeline?.stages.find(({ id }) => id === stageId)?.name ?? '';
  const failed = (error: unknown) => {
    forget(client, 'deal', deal.id);
    if (!(error instanceof MovedMeanwhile)) toast.failed(error);
    else
      toast.done({
        message: t('movedMeanwhile', { deal: deal.name, stage: nameOf(error.deal.stageId) }),
      });
  };
  const moved = (before: Deal, after: Deal) => {
    keep(client, 'deal', after as unknown as AnyRecord);
    const back = pipeline?.stages.find(({ id }) => id === before.stageId);
    toast.done({
      message: t('moved', { deal: deal.name, stage: nameOf(after.stageId) }),
      ...(back && { undo: () => void go(back, after) }),
    });
  };
  async function go(stage: Stage, was: Deal): Promise<void> {
    if (!pipeline) return;
    setTo(stage.id);
    try {
      const asking = { ask: asker({ card, stage }), read, hidden };
      const done = await moveDeal(was, { stage, pipeline }, undefined, asking);
      if (done) moved(done.before, done.after);
    } catch (error) {
      failed(error);
    } finally {
      close(card);
      setTo(undefined);
    }
  }
  return { move: (stage: Stage) => void go(stage, deal), to, asked, isBusy };
}
