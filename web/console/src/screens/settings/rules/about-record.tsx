import { useTranslations } from 'use-intl';
import { listedKinds } from '../../../api/kinds.ts';
import { RecordLink } from '../../../parts/record-link.tsx';
import type { Run } from './definition.ts';

/** The record that a rule did something for; what has no page of its own is said by its kind. */
export function AboutRecord({ run: { kind, recordId } }: { run: Pick<Run, 'kind' | 'recordId'> }) {
  const t = useTranslations('settings.rules.trigger.kinds');
  const listed = listedKinds.find((one) => one === kind);
  return listed ? <RecordLink kind={listed} id={recordId} /> : t(kind);
}
