import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Item } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { More } from '../../../parts/more.tsx';
import classes from '../../record/related/related.module.css';
import { Section } from '../../record/related/section.tsx';
import { rulesQuery } from './queries.ts';
import { eventWords } from './rule-sentence.ts';
import { useRunWords } from './run-words.ts';
import { useSay } from './use-say.ts';

type Summary = Item<'listRecordRuleRuns'>;
type Props = { runs: readonly Summary[]; pages: Parameters<typeof More>[0]['pages'] };

/** On a record's page: which rules have done something for it, why, and how each stands. */
export function RecordRuns({ runs, pages }: Props) {
  const t = useTranslations('settings.rules.runs');
  const { data: rules = [] } = useQuery(rulesQuery);
  const { moment, ago } = useFormats();
  const say = useSay();
  const wordsOf = useRunWords(moment);
  const why = ({ event }: Summary) =>
    eventWords(event.type as 'contact.created', { on: 'event', events: [] }, say);
  return (
    <Section title={t('ofRecord')}>
      <ul className={classes.list}>
        {runs.map((run) => (
          <li key={run.id} className={classes.line}>
            <span className={classes.grow}>
              <Link
                to="/settings/$part"
                params={{ part: 'rules' }}
                search={{ rule: run.ruleId, tab: 'history' }}
                style={{ color: 'var(--mantine-color-anchor)' }}
              >
                {rules.find(({ id }) => id === run.ruleId)?.name ?? t('goneRule')}
              </Link>
              <div className={classes.quiet}>
                {[t(`statuses.${run.status}`), wordsOf(run)].filter(Boolean).join(' ')} · {why(run)} ·{' '}
                {ago(run.createdAt)}
              </div>
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Section>
  );
}
