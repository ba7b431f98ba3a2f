import { Anchor, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { type AnyRecord, type Kind, type ListedKind, plurals, titleOf } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';
import { Pill } from '../../../fields/pills.tsx';
import { useFormats } from '../../../parts/format.ts';
import type { Related } from './lists.ts';
import { PromiseMenu } from './promise-menu.tsx';
import classes from './related.module.css';
import { Section } from './section.tsx';

type Page = { items: (AnyRecord | { contact: AnyRecord; roles: string[] })[]; cursor?: string };
const atOnce = 10;

/** What a line says of a record beside its name. */
function useFacts() {
  const { money, day } = useFormats();
  const { values } = useMessages().fields;
  const statuses: Partial<Record<Kind, Record<string, string>>> = {
    deal: values.dealStatus,
    order: values.orderStatus,
    ticket: values.ticketStatus,
    promise: values.promiseStatus,
    contact: values.lifecycle,
  };
  return (kind: Kind, record: AnyRecord) => {
    const status = String((kind === 'contact' ? record.lifecycle : record.status) ?? '');
    const label = statuses[kind]?.[status];
    const facts = [
      money(record.amountCents as number | undefined, record.currency as string | undefined),
      day(record.dueOn as string | undefined),
      record.jobTitle,
      record.priority && values.priority[record.priority as 'high'],
    ];
    return { status: label ? { value: status, label } : undefined, text: facts.filter(Boolean).join(' · ') };
  };
}

/** A record of a list beside the page: its name, the way to it, and what it is at. */
export function RelatedLine({ kind, record, note }: { kind: Kind; record: AnyRecord; note?: string }) {
  const factsOf = useFacts();
  const { status, text } = factsOf(kind, record);
  const title = titleOf(kind, record);
  return (
    <li className={classes.line}>
      <span className={classes.grow}>
        {kind === 'promise' ? (
          title
        ) : (
          <Anchor component={Link} to={`/${plurals[kind]}/${record.id}`} inherit>
            {title}
          </Anchor>
        )}
        <span className={classes.quiet} style={{ display: 'block' }}>
          {[note, text].filter(Boolean).join(' · ')}
        </span>
      </span>
      {kind === 'promise' && record.status === 'open' ? (
        <PromiseMenu promise={record} />
      ) : (
        status && <Pill {...status} />
      )}
    </li>
  );
}

/** A list of what belongs to a record; nothing where there is nothing, or where one may not see it. */
export function RelatedList({
  kind,
  id,
  list,
  action,
}: {
  kind: ListedKind;
  id: string;
  list: Related;
  action?: ReactNode;
}) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const role = useTranslations('record.roles');
  const { data, hasNextPage, isFetching, fetchNextPage, error } = useInfiniteQuery({
    queryKey: [...keys.lists(list.of), 'of', kind, id],
    queryFn: async ({ pageParam, signal }) => {
      const query = list.isWhole ? {} : { ...list.query, limit: atOnce, cursor: pageParam };
      return (await api().send({ method: 'GET', path: list.path, query }, { signal })).data as Page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }: Page) => cursor,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (error || (items.length === 0 && !action)) return null;
  const worded = (label: string) => (role.has(label as 'champion') ? role(label as 'champion') : label);
  return (
    <Section title={t(`lists.${list.name}`)} action={action} {...(!hasNextPage && { count: items.length })}>
      <ul className={classes.list}>
        {items.map((item) => {
          const record = 'contact' in item ? (item.contact as AnyRecord) : item;
          const note = 'roles' in item ? (item.roles as string[]).map(worded).join(', ') : '';
          return <RelatedLine key={record.id} kind={list.of} record={record} note={note} />;
        })}
      </ul>
      {hasNextPage && (
        <Button size="compact-sm" variant="subtle" loading={isFetching} onClick={() => void fetchNextPage()}>
          {common('more')}
        </Button>
      )}
    </Section>
  );
}
