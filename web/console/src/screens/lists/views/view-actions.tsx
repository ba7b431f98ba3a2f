import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay, useMe } from '../../../app/me.ts';
import { hasSegments } from '../list-views.ts';
import type { List } from '../use-list.ts';
import { NameDialog } from './name-dialog.tsx';
import { SegmentPreview } from './segment-preview.tsx';
import { useViewWrites, type ViewWrites } from './use-view-writes.ts';
import { ViewMenu } from './view-menu.tsx';

const small = { size: 'compact-sm', fw: 500, mih: { base: 44, sm: 30 }, variant: 'subtle' } as const;

type Asked = 'save' | 'rename' | 'segment';

function Dialogs({
  list,
  writes,
  asked,
  onClose,
}: {
  list: List;
  writes: ViewWrites;
  asked: Asked;
  onClose: () => void;
}) {
  const t = useTranslations('lists');
  const { kind, view, filter } = list;
  if (asked === 'save')
    return <NameDialog title={t('saveView')} visibility="private" onClose={onClose} onSave={writes.saveAs} />;
  if (asked === 'rename')
    return (
      <NameDialog
        title={t('rename')}
        name={view?.name ?? ''}
        onClose={onClose}
        onSave={({ name }) => writes.patch({ name })}
      />
    );
  if (!filter || !hasSegments(kind)) return null;
  return (
    <NameDialog
      title={t('makeSegment')}
      onClose={onClose}
      onSave={({ name }) => writes.makeSegment({ name, condition: filter })}
    >
      <SegmentPreview of={kind} condition={filter} />
    </NameDialog>
  );
}

/** What may be done about what the list shows now. */
function useOffered({ kind, view, segment, filter, source, isChanged, search }: List) {
  const me = useMe();
  const may = useMay();
  const isMine = view !== undefined && (view.ownerId === me.id || may('workspaces:write'));
  const isNew = !view && !segment && (filter !== undefined || source.sort !== undefined);
  const maySegment = hasSegments(kind) && may('segments:write');
  return {
    isSaved: isChanged && isMine,
    isSavedAs: isChanged || isNew,
    isMade: maySegment && filter !== undefined,
    isRemoved: maySegment && segment !== undefined && search.segment !== undefined,
  };
}

/** Keeping what the list shows: in its view, as a new one, as a segment. */
export function ViewActions({ list }: { list: List }) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const writes = useViewWrites(list);
  const [asked, setAsked] = useState<Asked>();
  const { isSaved, isSavedAs, isMade, isRemoved } = useOffered(list);
  const { view, segment } = list;
  return (
    <>
      <ViewMenu list={list} writes={writes} onRename={() => setAsked('rename')} />
      {isSaved && (
        <Button {...small} onClick={() => void writes.save()}>
          {common('save')}
        </Button>
      )}
      {isSavedAs && (
        <Button {...small} onClick={() => setAsked('save')}>
          {t(view ? 'saveAs' : 'saveView')}
        </Button>
      )}
      {isMade && (
        <Button {...small} onClick={() => setAsked('segment')}>
          {t('makeSegment')}
        </Button>
      )}
      {isRemoved && segment && (
        <Button {...small} color="red" onClick={() => void writes.removeSegment(segment)}>
          {t('deleteSegment')}
        </Button>
      )}
      {asked && <Dialogs list={list} writes={writes} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
