import { useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { Status } from '../../parts/status.tsx';

const tones = {
  uploading: 'off',
  reading: 'waiting',
  read: 'waiting',
  checking: 'waiting',
  checked: 'waiting',
  failed: 'bad',
  running: 'waiting',
  stopping: 'waiting',
  stopped: 'waiting',
  done: 'good',
  undoing: 'waiting',
  undone: 'off',
} as const;

/** How an import stands. */
export function ImportStatus({ status }: Pick<Import, 'status'>) {
  const t = useTranslations('imports.statuses');
  return <Status tone={tones[status]}>{t(status)}</Status>;
}
