import { Button, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import classes from './imports.module.css';
import type { Looking } from './use-found.ts';

/** How many rows were looked through so far, where not all is found. */
export function Looked({
  looking: { found, isLooking, isWhole, error, lookOn },
  check,
}: {
  looking: Looking;
  check: NonNullable<Import['check']>;
}) {
  const t = useTranslations('imports.check');
  if (error) return <ProblemBox error={error} />;
  if (isWhole) return null;
  const all = check.new + check.existing + check.repeated + check.invalid;
  return (
    <div className={classes.line}>
      <Text size="sm" className={classes.count}>
        {t('looked', { count: found.looked, all })}
      </Text>
      {!isLooking && (
        <Button variant="default" onClick={lookOn}>
          {t('lookOn')}
        </Button>
      )}
    </div>
  );
}
