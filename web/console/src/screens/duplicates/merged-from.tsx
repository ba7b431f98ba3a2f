import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import classes from '../record/related/related.module.css';
import { Section } from '../record/related/section.tsx';
import { type MatchKind, madeAt } from './likeness.ts';
import { useTakeApart } from './take-apart.ts';

type Props = { kind: MatchKind; id: string; mergedIds: string[]; isReadOnly: boolean };

/** What was merged into a record, each to be taken out again. What they were called is not told any more; when they were made, their ids say. */
export function MergedFrom({ kind, id, mergedIds, isReadOnly }: Props) {
  const t = useTranslations('duplicates');
  const { moment } = useFormats();
  const may = useMay();
  const takeApart = useTakeApart(kind);
  const [going, setGoing] = useState<string>();
  const isOffered = !isReadOnly && may(permissionFor(kind, 'delete'));
  const takeOut = async (one: string) => {
    setGoing(one);
    await takeApart(id, [one]);
    setGoing(undefined);
  };
  return (
    <Section title={t('mergedFrom')} count={mergedIds.length}>
      <ul className={classes.list}>
        {mergedIds.map((one) => {
          const at = moment(madeAt(one));
          return (
            <li key={one} className={classes.line}>
              <span className={classes.grow}>{t(`mergedOne.${kind}`, { at })}</span>
              {isOffered && (
                <Button
                  variant="default"
                  size="compact-sm"
                  mih={{ base: 44, sm: 26 }}
                  loading={going === one}
                  aria-label={t('takeApartOne', { at })}
                  onClick={() => void takeOut(one)}
                >
                  {t('takeApart')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
