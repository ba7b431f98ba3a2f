import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, permissionFor, titleOf } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { dayIn, useFormats } from '../../parts/format.ts';
import classes from '../record/related/related.module.css';
import { Section } from '../record/related/section.tsx';
import { type MatchKind, madeAt, tellingOf } from './likeness.ts';
import { type MergedOne, mergedQuery } from './queries.ts';
import { useTakeApart } from './take-apart.ts';

/** How one is called, with what tells it from others of its name; by when it was made where nothing is known of it, which its id says. */
function useNames(kind: MatchKind, items: readonly MergedOne[]) {
  const t = useTranslations('duplicates');
  const { day, moment, timeZone } = useFormats();
  const titleIn = (record: AnyRecord | undefined) => {
    const title = record && titleOf(kind, record);
    return title === record?.id ? undefined : title;
  };
  return (id: string) => {
    const found = items.find(({ record }) => record.id === id);
    const title = titleIn(found?.record);
    const telling = found && tellingOf(found.record);
    const mergedAt = found?.record.deletedAt;
    return {
      title: title ?? t(`mergedOne.${kind}`, { at: moment(madeAt(id)) }),
      more: [
        telling === title ? undefined : telling,
        mergedAt ? t('mergedOn', { at: day(dayIn(timeZone, new Date(String(mergedAt)))) }) : undefined,
      ].filter((words) => words !== undefined),
    };
  };
}

type LineProps = {
  title: string;
  more: ReturnType<ReturnType<typeof useNames>>['more'];
  takeOut?: () => Promise<void>;
};
function Line({ title, more, takeOut }: LineProps) {
  const t = useTranslations('duplicates');
  const [isGoing, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    await takeOut?.();
    setGoing(false);
  };
  return (
    <li className={classes.line}>
      <span className={classes.grow}>
        {title}
        {more.map((words) => (
          <div key={words} className={classes.quiet}>
            {words}
          </div>
        ))}
      </span>
      {takeOut && (
        <Button
          variant="default"
          size="compact-sm"
          mih={{ base: 44, sm: 26 }}
          loading={isGoing}
          aria-label={t('takeApartOne', { title })}
          onClick={() => void go()}
        >
          {t('takeApart')}
        </Button>
      )}
    </li>
  );
}

type Props = { kind: MatchKind; id: string; mergedIds: string[]; isReadOnly: boolean };

/** What was merged into a record, each to be taken out again; what came along with another goes with that one. */
export function MergedFrom({ kind, id, mergedIds, isReadOnly }: Props) {
  const t = useTranslations('duplicates');
  const may = useMay();
  const takeApart = useTakeApart(kind);
  const { data: items = [] } = useQuery(mergedQuery(kind, id));
  const nameOf = useNames(kind, items);
  const isOffered = !isReadOnly && may(permissionFor(kind, 'delete'));
  const aboveOf = (one: string) => {
    const above = items.find(({ record }) => record.id === one)?.mergedInto;
    return above === id ? undefined : above;
  };
  return (
    <Section title={t('mergedFrom')} count={mergedIds.length}>
      <ul className={classes.list}>
        {mergedIds.map((one) => {
          const { title, more } = nameOf(one);
          const above = aboveOf(one);
          return above ? (
            <Line key={one} title={title} more={[...more, t('cameWith', { title: nameOf(above).title })]} />
          ) : (
            <Line
              key={one}
              title={title}
              more={more}
              {...(isOffered && { takeOut: () => takeApart(id, [one]) })}
            />
          );
        })}
      </ul>
    </Section>
  );
}
