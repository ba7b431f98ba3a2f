import { Button, CloseButton, Text } from '@mantine/core';
import { IconCheck, IconPencil, IconTag, IconTrash, IconUser } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { permissionFor } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import classes from '../list.module.css';
import { isEmpty, type Selecting } from '../selection.ts';
import type { List } from '../use-list.ts';
import type { Pages } from '../use-pages.ts';
import type { Ask } from './bulk-form.tsx';
import { CompareButton } from './compare-button.tsx';

const BulkDialog = lazy(() =>
  import('./bulk-dialog.tsx').then(({ BulkDialog: Dialog }) => ({ default: Dialog })),
);

const icons = { edit: IconPencil, tag: IconTag, assign: IconUser, done: IconCheck, delete: IconTrash };

/** How many are selected, in words. */
function useWhat({ isAll, marked }: Selecting['selection'], pages: Pages): string {
  const t = useTranslations('lists');
  if (!isAll) return t('selected', { count: marked.size });
  return pages.isWhole ? t('selected', { count: pages.count - marked.size }) : t('allSelected');
}

/** What can be done with the selected records. */
export function BulkBar({ list, selecting, pages }: { list: List; selecting: Selecting; pages: Pages }) {
  const t = useTranslations('lists');
  const may = useMay();
  const [ask, setAsk] = useState<Ask>();
  const { kind, byName } = list;
  const what = useWhat(selecting.selection, pages);
  const mayEdit = may(permissionFor(kind, 'edit'));
  const isOffered = (name: string) => mayEdit && byName.get(name)?.isReadOnly === false;
  const offered: [Ask, boolean][] = [
    ['edit', mayEdit],
    ['tag', isOffered('tags')],
    ['assign', isOffered('ownerId')],
    ['done', kind === 'task' && mayEdit],
    ['delete', may(permissionFor(kind, 'delete'))],
  ];
  if (isEmpty(selecting.selection)) return null;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('bulk')}>
      <Text px={6} fw={500} aria-live="polite">
        {what}
      </Text>
      {offered.map(([name, isThere]) => {
        const Icon = icons[name];
        return (
          isThere && (
            <Button
              key={name}
              size="compact-sm"
              fw={500}
              mih={{ base: 44, sm: 32 }}
              variant="subtle"
              {...(name === 'delete' && { color: 'red' })}
              leftSection={<Icon size={18} aria-hidden />}
              aria-label={t(`do.${name}`)}
              onClick={() => setAsk(name)}
            >
              <span className={classes.bulkText}>{t(`do.${name}`)}</span>
            </Button>
          )
        );
      })}
      <CompareButton kind={kind} selection={selecting.selection} />
      <CloseButton aria-label={t('keys.clear')} size="lg" onClick={selecting.clear} />
      {ask && (
        <Suspense>
          <BulkDialog
            list={list}
            selecting={selecting}
            ask={ask}
            what={what}
            onClose={() => setAsk(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
