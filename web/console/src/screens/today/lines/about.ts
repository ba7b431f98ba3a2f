import { useQuery } from '@tanstack/react-query';
import type { Contact, Deal } from '../../../../../client/src/index.ts';
import { type AnyRecord, type Kind, permissionFor, type RecordOf, titleOf } from '../../../api/kinds.ts';
import { recordQuery } from '../../../api/records.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { type Line, lineTitle } from './line.ts';

/** A record that a line names; those of all lines are one request. */
function useNamed<K extends Kind>(
  kind: K,
  id: string | undefined,
): { data: RecordOf[K] | undefined; isLoading: boolean } {
  const may = useMay();
  const enabled = id !== undefined && may(permissionFor(kind, 'read'));
  const { data, isLoading } = useQuery({ ...recordQuery(kind, id ?? ''), enabled, staleTime: 300_000 });
  return { data, isLoading };
}

/** How one reaches whom a line is about. */
function reachOf(contact: Contact | undefined) {
  const name = contact ? titleOf('contact', contact as unknown as AnyRecord) : undefined;
  return { name, phone: contact?.phones?.[0]?.number, address: contact?.emails?.[0]?.address };
}

function useStage(deal: Deal | undefined) {
  const may = useMay();
  const { data } = useQuery({ ...pipelinesQuery, enabled: Boolean(deal) && may('pipelines:read') });
  return data?.find(({ id }) => id === deal?.pipelineId)?.stages.find(({ id }) => id === deal?.stageId);
}

/** What a line says beside its reason: of whom, how to reach them, what it is worth. */
export function useAbout(line: Line) {
  const { money } = useFormats();
  const contact = useNamed('contact', line.kind === 'contact' ? undefined : line.contactId);
  const { data: deal } = useNamed('deal', line.kind === 'deal' ? undefined : line.dealId);
  const ofContact = line.kind === 'contact' ? line.record : contact.data;
  const ofDeal = line.kind === 'deal' ? line.record : deal;
  const isIdleTask = line.reason.code === 'idle_task';
  const stage = useStage(isIdleTask || line.reason.code === 'likely_won' ? ofDeal : undefined);
  return {
    ...reachOf(ofContact),
    isLoading: contact.isLoading,
    stage,
    amount: money(ofDeal?.amountCents, ofDeal?.currency),
    /** An idle deal is called by its name, not by the words of the task that was made of it. */
    title: isIdleTask && ofDeal ? ofDeal.name : lineTitle(line),
  };
}
export type About = ReturnType<typeof useAbout>;
