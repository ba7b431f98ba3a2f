import { useQueryClient } from '@tanstack/react-query';
import type { Outlook } from '../../../../../client/src/index.ts';
import type { AnyRecord } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';
import { RiskMark, ScoreMark, useMarkWords } from '../../outlook/marks.tsx';
import { useOutlook } from '../../outlook/outlooks.ts';
import { Why } from '../../outlook/why.tsx';
import { useIsResting } from './use-is-resting.ts';

type Props = { name: string; record: AnyRecord; tabIndex: number | undefined };
type Shown = Props & { outlook: Outlook | undefined };

/** The list brings the score itself, so that it is there before its band and its reasons are. */
const scoreIn = ({ score }: AnyRecord, outlook: Outlook | undefined) => ({
  score: outlook ? outlook.score : (score as number | undefined),
  band: outlook?.band,
});

function Mark({ name, record, outlook, tabIndex }: Shown) {
  const words = useMarkWords();
  const { score, band } = scoreIn(record, outlook);
  const risk = outlook?.risk;
  const isScore = name === 'score';
  const isWide = tabIndex !== undefined;
  const mark = isScore
    ? score !== undefined && {
        shown: <ScoreMark score={score} band={band} isWide={isWide} />,
        said: words.score({ score, band }),
      }
    : risk && { shown: <RiskMark {...risk} isWide={isWide} />, said: words.risk(risk) };
  if (!mark) return null;
  if (tabIndex === undefined)
    return (
      <>
        <span className="heard">{mark.said}</span>
        <span aria-hidden>{mark.shown}</span>
      </>
    );
  return (
    <Why contactId={record.id} mark={mark.said} tabIndex={tabIndex}>
      {mark.shown}
    </Why>
  );
}

const Asked = (props: Props) => <Mark {...props} outlook={useOutlook(props.record.id)} />;

/** A contact's score or risk of leaving; what it is made of is told when it is pressed. */
export function OutlookCell(props: Props) {
  const client = useQueryClient();
  const isResting = useIsResting();
  if (isResting) return <Asked {...props} />;
  return <Mark {...props} outlook={client.getQueryData<Outlook>(keys.outlook(props.record.id))} />;
}
