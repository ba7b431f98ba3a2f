import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { kindOf, type ListedKind, permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { Screen } from '../../parts/screen.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { openCreate } from '../create/open-create.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { exportedOf } from './exported.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { ImportLink } from './import-link.tsx';
import { ListBody } from './list-body.tsx';
import { sourceKey } from './pages-request.ts';
import { TrashBody } from './trash/trash-body.tsx';
import { useList } from './use-list.ts';
import { ViewTabs } from './views/view-tabs.tsx';

function KindList({ kind }: { kind: ListedKind }) {
  const t = useTranslations('lists');
  const kinds = useTranslations('kinds.many');
  const may = useMay();
  const list = useList(kind);
  const { search, isWaiting, source } = list;
  const isPhone = useIsPhone();
  const make = () => openCreate(kind);
  const create = may(permissionFor(kind, 'create')) && (
    <>
      <ImportLink kind={kind} />
      {isPhone ? ( // beside a title there is no room for words
        <ActionIcon size={44} aria-label={t(`new.${kind}`)} onClick={make}>
          <IconPlus size={20} aria-hidden />
        </ActionIcon>
      ) : (
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={make}>
          {t(`new.${kind}`)}
        </Button>
      )}
    </>
  );
  const actions = (
    <>
      {!search.trash && !isWaiting && <ExportButton kind={kind} what={() => exportedOf(list)} />}
      {create}
    </>
  );
  const below = (
    <>
      <ViewTabs list={list} />
      {!search.trash && <FilterBar list={list} />}
    </>
  );
  return (
    <Screen title={kinds(kind)} flush actions={actions} below={below}>
      {search.trash && <TrashBody kind={kind} />}
      {!search.trash && !isWaiting && <ListBody key={JSON.stringify(sourceKey(source))} list={list} />}
    </Screen>
  );
}

/** The list of a kind; the same screen for all of them. */
export function ListScreen() {
  const { plural = '' } = useParams({ strict: false });
  const kind = kindOf(plural);
  return kind ? <KindList key={kind} kind={kind} /> : null;
}
