import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '../../../../client/src/index.ts';
import { useUsers } from '../../api/people.ts';
import { useMe } from '../../app/me.ts';
import classes from './board.module.css';
import type { BoardSearch } from './board-query.ts';

type Props = { search: BoardSearch; pipelines: Pipeline[]; pipelineId: string | undefined };
/** Which pipeline, and whose deals: it stands in the address, so that it can be sent to somebody. */
export function BoardFilters({ search, pipelines, pipelineId }: Props) {
  const t = useTranslations('board');
  const me = useMe();
  const users = useUsers();
  const navigate = useNavigate();
  const go = (change: { [Name in keyof BoardSearch]?: string | undefined }) =>
    navigate({ to: '/board', search: { ...search, ...change }, replace: false });
  const others = users
    .filter(({ id, status }) => id !== me.id && status === 'active')
    .map(({ id, name }) => ({ value: id, label: name }));
  const owners = [
    { value: 'all', label: t('everyone') },
    { value: 'me', label: t('mine') },
    { value: 'none', label: t('nobodys') },
    ...others,
  ];
  return (
    <div className={classes.filters}>
      {pipelines.length > 1 && (
        <Select
          className={classes.filter}
          aria-label={t('pipeline')}
          allowDeselect={false}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={pipelineId ?? null}
          onChange={(pipeline) => void go({ pipeline: pipeline ?? undefined })}
        />
      )}
      <Select
        className={classes.filter}
        aria-label={t('ownerFilter')}
        allowDeselect={false}
        searchable
        data={owners}
        value={search.owner ?? 'all'}
        onChange={(owner) => void go({ owner: owner === 'all' ? undefined : (owner ?? undefined) })}
      />
    </div>
  );
}
