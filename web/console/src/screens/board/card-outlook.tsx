import { RiskMark, ScoreMark, useMarkWords } from '../outlook/marks.tsx';
import { useOutlook } from '../outlook/outlooks.ts';
import { Why } from '../outlook/why.tsx';
import classes from './card.module.css';

type Props = {
  contactId: string;
  /** Nothing where it cannot be pressed: in the hand. */
  tabIndex: number | undefined;
};
/** The score of the deal's contact, and how likely it leaves where that is known; what they are made of is told when it is pressed. */
export function CardOutlook({ contactId, tabIndex }: Props) {
  const words = useMarkWords();
  const { score, band, risk } = useOutlook(contactId) ?? {};
  if (score === undefined && !risk) return null;
  const marks = (
    <span className={classes.marks}>
      {score !== undefined && <ScoreMark score={score} band={band} />}
      {risk && <RiskMark {...risk} />}
    </span>
  );
  if (tabIndex === undefined) return marks;
  const said = [score !== undefined && words.score({ score, band }), risk && words.risk(risk)];
  return (
    <span className={classes.outlook}>
      <Why contactId={contactId} mark={said.filter(Boolean).join('. ')} tabIndex={tabIndex}>
        {marks}
      </Why>
    </span>
  );
}
