import { Button, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { Empty } from '../../parts/empty.tsx';
import { useFormats } from '../../parts/format.ts';
import { More } from '../../parts/more.tsx';
import { Person } from '../../parts/person.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import table from '../settings/parts/table.module.css';
import { WithTexts } from './frame.tsx';
import classes from './imports.module.css';
import { useImportableKinds } from './kinds.ts';
import { importsQuery } from './queries.ts';
import { ImportStatus } from './status-of.tsx';

function Line({ one }: { one: Import }) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const { moment } = useFormats();
  const { id, name, kind, rows, startedBy, createdAt } = one;
  const count = rows === undefined ? '–' : format.number(rows);
  const words = `${t(`kindOptions.${kind}`)}${rows === undefined ? '' : `, ${t('rowsCount', { count: rows })}`}`;
  return (
    <Table.Tr>
      <Table.Td>
        <div className={table.name}>
          <Link to="/imports/$importId" params={{ importId: id }} className={table.open}>
            {name}
          </Link>
          <div className={`${table.below} ${table.narrow}`}>
            {words}, {moment(createdAt)}
          </div>
        </div>
      </Table.Td>
      <Table.Td className={table.wide}>{t(`kinds.${kind}`)}</Table.Td>
      <Table.Td className={`${table.wide} ${table.number}`}>{count}</Table.Td>
      <Table.Td>
        <ImportStatus status={one.status} />
      </Table.Td>
      <Table.Td className={table.wide}>
        {startedBy.kind === 'user' ? <Person id={startedBy.id} withName /> : startedBy.kind}
      </Table.Td>
      <Table.Td className={`${table.wide} ${table.tight}`}>{moment(createdAt)}</Table.Td>
    </Table.Tr>
  );
}

function ImportsTable({ imports }: { imports: Import[] }) {
  const t = useTranslations('imports');
  const head = (name: 'file' | 'kind' | 'rows' | 'status' | 'by' | 'at', className = '') => (
    <Table.Th scope="col" className={className}>
      {t(`list.${name}`)}
    </Table.Th>
  );
  return (
    <Table className={table.table} aria-label={t('title')} verticalSpacing={8} horizontalSpacing={10}>
      <Table.Thead>
        <Table.Tr>
          {head('file')}
          {head('kind', table.wide)}
          {head('rows', `${table.wide} ${table.number}`)}
          {head('status')}
          {head('by', table.wide)}
          {head('at', table.wide)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Imports() {
  const t = useTranslations('imports');
  const common = useTranslations('common');
  const kinds = useImportableKinds();
  const pages = useInfiniteQuery(importsQuery);
  const imports = pages.data?.pages.flatMap(({ items }) => items);
  const add = kinds.length > 0 && (
    <Button component={Link} to="/imports/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
  return (
    <Screen title={t('title')} actions={add}>
      <div className={classes.content}>
        <Text className={classes.quiet}>{t('about')}</Text>
        {pages.error && !imports && <ProblemBox error={pages.error} again={() => void pages.refetch()} />}
        {pages.isPending && (
          <Stack gap="sm" role="status" aria-label={common('loading')}>
            {[1, 2, 3, 4].map((line) => (
              <Skeleton key={line} h={40} />
            ))}
          </Stack>
        )}
        {imports?.length === 0 && (
          <Empty icon={IconUpload} title={t('none')}>
            {t('noneWhy')}
          </Empty>
        )}
        {imports && imports.length > 0 && <ImportsTable imports={imports} />}
        <More pages={pages} />
      </div>
    </Screen>
  );
}

/** The files that were brought in, and how each stands. */
export const ImportsScreen = () => (
  <WithTexts>
    <Imports />
  </WithTexts>
);
