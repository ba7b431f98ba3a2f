import { Button, Group } from '@mantine/core';
import { IconFilterExclamation } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { isProblem } from '../../api/client.ts';
import { Empty } from '../../parts/empty.tsx';
import { ProblemBox, useProblemText } from '../../parts/problem.tsx';
import classes from './list.module.css';
import type { List } from './use-list.ts';

/** A question that is none: each part of it that is wrong is marked above. */
function InvalidFilter({ error, onClear }: { error: unknown; onClear: () => void }) {
  const t = useTranslations('lists');
  const textOf = useProblemText();
  const action = (
    <Button mt="sm" variant="light" onClick={onClear}>
      {t('clearFilter')}
    </Button>
  );
  return (
    <div role="alert">
      <Empty icon={IconFilterExclamation} title={t('invalidFilter')} action={action}>
        {textOf(error)}
      </Empty>
    </div>
  );
}

/** Why there is no list; of a question that is too broad also what to do about it. */
export function ListProblem({ list, error, again }: { list: List; error: unknown; again: () => void }) {
  const t = useTranslations('lists');
  const { source, setFilter, setSort } = list;
  if (isProblem(error, 'condition_invalid'))
    return <InvalidFilter error={error} onClear={() => setFilter(undefined)} />;
  if (!isProblem(error, 'filter_too_broad', 'order_too_wide'))
    return (
      <div className={classes.problem}>
        <ProblemBox error={error} again={again} />
      </div>
    );
  const action = (
    <Group mt="sm" gap="xs" justify="center">
      {source.sort && source.sort !== 'created' && (
        <Button variant="light" onClick={() => setSort()}>
          {t('usualOrder')}
        </Button>
      )}
      <Button variant="default" onClick={() => setFilter(undefined)}>
        {t('clearFilter')}
      </Button>
    </Group>
  );
  return (
    <div role="alert">
      <Empty icon={IconFilterExclamation} title={t('tooBroad')} action={action}>
        {t('tooBroadWhy')}
      </Empty>
    </div>
  );
}
