import '@mantine/spotlight/styles.layer.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api/client.ts';
import { type AnyRecord, type ListedKind, plurals, titleOf } from '../../api/kinds.ts';
import { onOpenPalette } from '../../app/open-palette.ts';
import { kindIcons } from '../../app/places.ts';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { type Action, useActions } from './actions.ts';

const [store, spotlight] = createSpotlight();
const waitMs = 120;

/** What the search finds, as actions that lead to its pages. */
function useFound(words: string): { found: Action[]; isSearching: boolean } {
  const go = useNavigate();
  const { data, isFetching: isSearching } = useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => api().search({ query: { q: words, limit: 12 } }, { signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const found = (words ? (data?.items ?? []) : []).map(({ type, record }): Action => {
    const kind = type as ListedKind;
    const to = `/${plurals[kind]}/${record.id}`;
    const label = titleOf(kind, record as unknown as AnyRecord);
    return { id: record.id, label, icon: kindIcons[kind], run: () => void go({ to }) };
  });
  return { found, isSearching };
}

const has = (words: string) => (action: Action) => action.label.toLowerCase().includes(words.toLowerCase());

function Actions({ label, actions }: { label: string; actions: Action[] }) {
  if (actions.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ id, label: text, icon: Icon, run }) => (
        <Spotlight.Action key={id} label={text} leftSection={<Icon size={18} aria-hidden />} onClick={run} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Behind ⌘K and `/`: records by any word of theirs, and everything that can be done, by name. */
export function Palette() {
  const t = useTranslations('palette');
  const [query, setQuery] = useState('');
  const [words] = useDebouncedValue(query.trim(), waitMs);
  const { found, isSearching } = useFound(words);
  const actions = useActions().filter(has(query.trim()));
  useEffect(() => onOpenPalette(spotlight.open), []);
  useShortcuts([
    { keys: 'mod + K', label: t('open'), run: spotlight.open },
    { keys: '/', label: t('search'), run: spotlight.open },
  ]);
  const isSettled = words === query.trim() && !isSearching;
  const isEmpty = words !== '' && isSettled && found.length === 0 && actions.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      scrollable
      maxHeight="70vh"
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('search')} />
      <Spotlight.ActionsList>
        <Actions label={t('records')} actions={found} />
        <Actions label={t('actions')} actions={actions} />
        {isEmpty && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
