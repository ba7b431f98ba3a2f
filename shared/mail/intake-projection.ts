import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Intake, type IntakeStatus } from './intake.ts';
import type { Reason } from './intake-reasons.ts';

/** MAIL-2: a workspace's received messages by status, or by status and reason; by the moment of their receipt. */
export const intakeListPk = (workspaceId: string, status: IntakeStatus | 'all', reason?: Reason) =>
  `${workspacePk(workspaceId)}#INTAKES#${status}${reason ? `#${reason}` : ''}`;
/** MAIL-1: what became of all that was received. `received` is the sum of the rest once nothing is under way. */
export const intakeCounters = (workspaceId: string) => `${workspacePk(workspaceId)}#COUNT#INTAKE`;

/** MAIL-5: what came from an address, by its keyed hash. */
export const senderIntakesPk = (workspaceId: string, hash: string) =>
  `${workspacePk(workspaceId)}#INTAKES#FROM#${hash}`;

function measureOf({ status, reason }: Intake): string | undefined {
  if (status === 'received') return undefined;
  return status === 'skipped' ? `skipped.${reason}` : status;
}

export const intakeProjection: Projection = {
  definition: 2,
  project({ record }) {
    const intake = Intake.parse(record);
    const { workspaceId, status, reason, at, id, senders } = intake;
    const pks = [
      intakeListPk(workspaceId, 'all'),
      intakeListPk(workspaceId, status),
      ...(reason ? [intakeListPk(workspaceId, status, reason)] : []),
      ...senders.map((hash) => senderIntakesPk(workspaceId, hash)),
    ];
    const measure = measureOf(intake);
    return {
      entries: pks.map((pk) => ({ pk, sk: `${at}#${id}`, of: 'intake', id })),
      counters: { [intakeCounters(workspaceId)]: { received: 1, ...(measure && { [measure]: 1 }) } },
    };
  },
};
