import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../client/src/index.ts';
import { kindOf, type ListedKind, plurals } from '../../api/kinds.ts';
import { NotFound } from '../../app/not-found.tsx';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Banners } from './banners.tsx';
import { asOfQuery, pageQuery } from './page-query.ts';
import classes from './record.module.css';
import { RecordPage } from './record-page.tsx';
import { useTrashed } from './trash.ts';

type Props = { kind: ListedKind; id: string };
const isMissing = (error: unknown) => error instanceof RapportError && [400, 403, 404].includes(error.status);

/** Of a moment before a record was made there is nothing to tell. */
function NotYet({ kind, id }: Props) {
  const t = useTranslations('record');
  const kinds = useTranslations('kinds.one');
  const now = (
    <Button component={Link} to={`/${plurals[kind]}/${id}`} variant="light" mt="sm">
      {t('toNow')}
    </Button>
  );
  return (
    <Screen title={kinds(kind)}>
      <Empty icon={IconHistory} title={t('notThen')} action={now}>
        {t('notThenWhy')}
      </Empty>
    </Screen>
  );
}

/** A record as it stood at a moment, to be read and not written. */
function Then({ kind, id, asOf }: Props & { asOf: string }) {
  const kinds = useTranslations('kinds.one');
  const { data, error, refetch } = useQuery(asOfQuery(kind, id, asOf));
  if (data) return <RecordPage kind={kind} record={data} asOf={asOf} />;
  if (!error) return <Waiting />;
  if (isMissing(error)) return <NotYet kind={kind} id={id} />;
  return (
    <Screen title={kinds(kind)} flush>
      <Banners kind={kind} id={id} asOf={asOf} isTrashed={false} />
      <div className={classes.alone}>
        <ProblemBox error={error} again={() => void refetch()} />
      </div>
    </Screen>
  );
}

/** What is not there may lie in the trash; who may delete it may have it back. */
function Missing({ kind, id }: Props) {
  const { record, isPending } = useTrashed(kind, id);
  if (isPending) return <Waiting />;
  return record ? <RecordPage kind={kind} record={record} isTrashed /> : <NotFound />;
}

/** What was merged into another is read as that one, and shown at its address. */
const Moved = ({ kind, id }: Props) => (
  <Navigate to="/$plural/$recordId" params={{ plural: plurals[kind], recordId: id }} replace />
);

function Now({ kind, id }: Props) {
  const kinds = useTranslations('kinds.one');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(pageQuery(client, kind, id));
  if (isMissing(error)) return <Missing kind={kind} id={id} />;
  if (data && data.id !== id) return <Moved kind={kind} id={data.id} />;
  if (data) return <RecordPage key={id} kind={kind} record={data} />;
  if (!error) return <Waiting />;
  return (
    <Screen title={kinds(kind)}>
      <ProblemBox error={error} again={() => void refetch()} />
    </Screen>
  );
}

/** The page of a record of any kind. */
export function RecordScreen() {
  const { plural, recordId } = useParams({ from: '/inside/$plural/$recordId' });
  const { asOf } = useSearch({ from: '/inside/$plural/$recordId' });
  const kind = kindOf(plural);
  if (!kind) return <NotFound />;
  if (typeof asOf === 'string') return <Then kind={kind} id={recordId} asOf={asOf} />;
  return <Now kind={kind} id={recordId} />;
}
