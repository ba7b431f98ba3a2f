import { useState } from 'react';
import type { DealCard, Pipeline } from '../../../../client/src/index.ts';
import type { Question, Said } from './move-deal.ts';

export type Asked = {
  card: DealCard;
  stage: Pipeline['stages'][number];
  question: Question;
  answer: (said?: Said) => void;
};

/** The dialog's side of a move: what is asked now, or that the answer is on its way. */
export function useQuestions() {
  const [asked, setAsked] = useState<Asked>();
  const [isBusy, setBusy] = useState(false);
  const asker =
    ({ card, stage }: Pick<Asked, 'card' | 'stage'>) =>
    (question: Question) =>
      new Promise<Said | undefined>((resolve) => {
        const answer = (said?: Said) => {
          setBusy(said !== undefined);
          resolve(said);
        };
        setBusy(false);
        setAsked({ card, stage, question, answer });
      });
  const close = ({ id }: DealCard) => setAsked((now) => (now?.card.id === id ? undefined : now));
  return { asked, isBusy, asker, close };
}
