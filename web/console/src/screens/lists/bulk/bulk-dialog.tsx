import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Selecting } from '../selection.ts';
import type { List } from '../use-list.ts';
import { type Ask, BulkForm } from './bulk-form.tsx';
import type { Job } from './job.ts';
import { ProgressPanel } from './progress-panel.tsx';
import { useBulk } from './use-bulk.ts';

type Props = { list: List; selecting: Selecting; ask: Ask; what: string; onClose: () => void };

/** One change of many records: what it is, how far it is, what could not be done. */
export function BulkDialog({ list, selecting, ask, what, onClose }: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const { kind, source, shown, fields } = list;
  const [job, setJob] = useState<Job>();
  const finished = () => {
    selecting.clear();
    onClose();
  };
  const { progress, start, stop } = useBulk(kind, source, selecting.selection, finished);
  const isWorking = progress !== undefined && progress.phase !== 'failed';
  const editable = (ask === 'edit' ? fields : shown).filter(
    ({ isReadOnly, isHidden, isOnlyAsked }) => !isReadOnly && !isHidden && !isOnlyAsked,
  );
  const begin = (next: Job) => {
    setJob(next);
    void start(next);
  };
  const retry = () => {
    if (job && progress?.phase === 'failed')
      void start(
        job,
        progress.failed.map(({ record }) => record),
      );
  };
  return (
    <Modal
      opened
      onClose={isWorking ? stop : onClose}
      title={t(`do.${ask}`)}
      closeButtonProps={{ 'aria-label': common('close') }}
      closeOnClickOutside={false}
      withCloseButton={!isWorking}
      size={progress?.phase === 'failed' ? 'lg' : 'md'}
    >
      {progress ? (
        <ProgressPanel kind={kind} progress={progress} onStop={stop} onRetry={retry} onClose={finished} />
      ) : (
        <BulkForm ask={ask} fields={editable} what={what} onStart={begin} onClose={onClose} />
      )}
    </Modal>
  );
}
