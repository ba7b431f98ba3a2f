/** Seconds for which a personal mail can be taken back before it leaves. */
export const undoS = 10;
/** A mail that leaves so soon waits in the sender's own queue; the due index, which is read once a minute, wakes the others. */
const nearMs = 120_000;

type Timed = { sendAt?: string | undefined; updatedAt: string };
type Attempted = Timed & { sentAt?: string | undefined };
/** Whether its event is published when it is written; of one that leaves at once always. */
export const isNear = ({ sendAt, updatedAt }: Timed): boolean =>
  sendAt === undefined || Date.parse(sendAt) - Date.parse(updatedAt) <= nearMs;
/** Whether one that waits has its event already. What came back for now has none, however near its moment: the due index wakes it. */
export const hasEvent = (message: Attempted): boolean => message.sentAt === undefined && isNear(message);

/** Hours from a soft bounce to the next attempt: after the first, the second and the third. */
const softRetryHours = [1, 4, 24];
/** When a mail that came back so often for now is tried again; undefined where it is not. */
export function softRetryAt(bounces: number, now: string): string | undefined {
  const hours = softRetryHours[bounces - 1];
  return hours === undefined ? undefined : new Date(Date.parse(now) + hours * 3_600_000).toISOString();
}
