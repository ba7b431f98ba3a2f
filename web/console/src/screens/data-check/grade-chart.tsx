import { useElementSize } from '@mantine/hooks';
import { useFormatter, useTranslations } from 'use-intl';
import { dayIn, useFormats } from '../../parts/format.ts';
import { type Graded, lowest, pointsOf } from './chart.ts';
import classes from './data-check.module.css';

const height = 96;
const inset = 8;

/** The grades as a line, and as a table for who hears the page. */
export function GradeChart({ grades }: { grades: Graded[] }) {
  const t = useTranslations('dataCheck');
  const format = useFormatter();
  const { day, moment, timeZone } = useFormats();
  const { ref, width } = useElementSize();
  const points = width > 0 ? pointsOf(grades, { width, height, inset }) : [];
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const [first, last] = [grades[0], grades.at(-1)];
  const dayOf = (at: string) => dayIn(timeZone, new Date(at));
  const ofOneDay = first && last && dayOf(first.at) === dayOf(last.at);
  const said = (one: Graded | undefined) => (ofOneDay ? moment(one?.at) : day(one && dayOf(one.at)));
  const [from, to] = [said(first), said(last)];
  return (
    <figure className={classes.chart}>
      <div className={classes.plot} aria-hidden>
        <div className={classes.axis}>
          <span>{format.number(100)}</span>
          <span>{format.number(lowest(grades))}</span>
        </div>
        <div ref={ref} className={classes.lineBox}>
          <svg aria-hidden width={width} height={height} className={classes.svg}>
            <line x1={0} x2={width} y1={inset} y2={inset} className={classes.rule} />
            <line x1={0} x2={width} y1={height - inset} y2={height - inset} className={classes.rule} />
            <polyline points={line} className={classes.trend} />
            {points.map(({ at, x, y, grade }) => (
              <circle key={at} cx={x} cy={y} r={4} className={classes.dot}>
                <title>{`${moment(at)}: ${format.number(grade)}`}</title>
              </circle>
            ))}
          </svg>
          <div className={classes.ends}>
            <span>{grades.length > 1 ? from : ''}</span>
            <span>{to}</span>
          </div>
        </div>
      </div>
      <table className="heard">
        <caption>{t('chart', { from, to })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('value')}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map(({ at, grade }) => (
            <tr key={at}>
              <td>{moment(at)}</td>
              <td>{format.number(grade)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
