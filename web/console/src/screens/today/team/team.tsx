import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useUsers } from '../../../api/people.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useTodaySearch } from '../search.ts';
import { IdleDeals } from './idle-deals.tsx';
import { OverdueTasks } from './overdue-tasks.tsx';
import { PipelineFigures } from './pipeline-figures.tsx';
import classes from './team.module.css';

const everybody = 'any';
/** Whose, and which pipeline where there are several; the address keeps both. */
function Choices() {
  const t = useTranslations('today.teamTab');
  const may = useMay();
  const { person, pipeline, change } = useTodaySearch();
  const users = useUsers().filter(({ status }) => status === 'active' || status === 'deactivated');
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  return (
    <div className={classes.choices}>
      <Select
        aria-label={t('person')}
        value={person ?? everybody}
        onChange={(id) => change({ person: id === everybody ? undefined : (id ?? undefined) })}
        allowDeselect={false}
        searchable={users.length > 8}
        data={[
          { value: everybody, label: t('everybody') },
          ...users.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {pipelines.length > 1 && (
        <Select
          aria-label={t('whichPipeline')}
          value={pipeline ?? pipelines[0]?.id ?? null}
          onChange={(id) => change({ pipeline: id ?? undefined })}
          allowDeselect={false}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </div>
  );
}

/** What a manager looks at in the morning: where the pipeline stands, what lies still, what is late. */
export function Team() {
  const may = useMay();
  const { person, pipeline } = useTodaySearch();
  return (
    <>
      <Choices />
      <div className={classes.columns}>
        {may('deals:read') && (
          <div className={classes.column}>
            <PipelineFigures ownerId={person} pipelineId={pipeline} />
            <IdleDeals ownerId={person} />
          </div>
        )}
        {may('tasks:read') && (
          <div className={classes.column}>
            <OverdueTasks ownerId={person} />
          </div>
        )}
      </div>
    </>
  );
}
