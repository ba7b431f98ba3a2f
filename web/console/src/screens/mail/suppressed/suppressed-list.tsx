import { Alert, Anchor, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconMailOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { Waiting } from '../../../app/waiting.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { More } from '../../../parts/more.tsx';
import { MoreTexts } from '../../../parts/more-texts.tsx';
import { ProblemBox, useProblemText } from '../../../parts/problem.tsx';
import { AddDialog } from './add-dialog.tsx';
import { lookUpQuery, type SuppressionReason, suppressionReasons, suppressionsQuery } from './queries.ts';
import classes from './suppressed.module.css';
import { SuppressionLine } from './suppression-line.tsx';

function Listed({ reason }: { reason: SuppressionReason | undefined }) {
  const t = useTranslations('mailOut.suppressed');
  const pages = useInfiniteQuery(suppressionsQuery(reason));
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting />;
  const all = pages.data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return (
      <Empty icon={IconMailOff} title={t('none')}>
        {t('noneWhy')}
      </Empty>
    );
  return (
    <>
      <ul className={classes.list}>
        {all.map((one) => (
          <SuppressionLine key={one.id} one={one} />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** What is said against one address. */
function Found({ address }: { address: string }) {
  const t = useTranslations('mailOut.suppressed');
  const { data, error, refetch } = useQuery(lookUpQuery(address));
  if (error) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0)
    return (
      <Alert variant="light" color="teal" icon={<IconCheck aria-hidden />} role="status">
        <Text>{t('gets', { address })}</Text>
      </Alert>
    );
  return (
    <ul className={classes.list}>
      {data.items.map((one) => (
        <SuppressionLine key={one.id} one={{ ...one, address: one.address ?? address }} />
      ))}
    </ul>
  );
}

function LookUp({ asked, ask }: { asked: string; ask: (address: string) => void }) {
  const t = useTranslations('mailOut.suppressed');
  const [typed, setTyped] = useState(asked);
  const textOf = useProblemText();
  const { error } = useQuery({ ...lookUpQuery(asked), enabled: false });
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask(typed.trim());
  };
  const all = () => {
    setTyped('');
    ask('');
  };
  return (
    <search>
      <form onSubmit={send} className={classes.search}>
        <TextInput
          type="email"
          flex={1}
          aria-label={t('search')}
          placeholder={t('search')}
          value={typed}
          maxLength={300}
          error={asked && error ? textOf(error) : undefined}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          disabled={!typed.trim()}
        >
          {t('look')}
        </Button>
        {asked && (
          <Button variant="subtle" onClick={all}>
            {t('all')}
          </Button>
        )}
      </form>
    </search>
  );
}

function Shown() {
  const t = useTranslations('mailOut.suppressed');
  const may = useMay();
  const [reason, setReason] = useState<SuppressionReason>();
  const [address, setAddress] = useState('');
  const [isAdding, { open, close }] = useDisclosure();
  return (
    <div className={classes.page}>
      <Text c="var(--rapport-quiet)">
        {t('why')}{' '}
        {may('workspaces:read') && (
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/settings/$part" params={{ part: 'mail' }} {...props} />}
          >
            {t('settings')}
          </Anchor>
        )}
      </Text>
      <Group gap="xs" align="start">
        <LookUp asked={address} ask={setAddress} />
        {!address && (
          <Select
            aria-label={t('reason')}
            placeholder={t('anyReason')}
            data={suppressionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            value={reason ?? null}
            onChange={(value) => setReason((value as SuppressionReason | null) ?? undefined)}
            clearable
          />
        )}
        {may('mail:write') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {t('add')}
          </Button>
        )}
      </Group>
      {address ? <Found address={address} /> : <Listed reason={reason} />}
      <AddDialog isOpen={isAdding} onClose={close} />
    </div>
  );
}

/** Who gets no advertising by mail, why, and since when. */
export const SuppressedList = () => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="mailOut">
      <Shown />
    </MoreTexts>
  </Suspense>
);
