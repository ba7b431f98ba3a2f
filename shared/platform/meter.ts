/** What one invocation has asked of DynamoDB. A function handles one event at a time, so one meter a process is enough. */
export type Meter = { requests: number; read: number; write: number; ms: number };
export const meter: Meter = { requests: 0, read: 0, write: 0, ms: 0 };
export const resetMeter = () => Object.assign(meter, { requests: 0, read: 0, write: 0, ms: 0 });

type Capacity = { CapacityUnits?: number | undefined };
type Answer = { output: { ConsumedCapacity?: Capacity | Capacity[] } };
type Args = { input: object };
type Next = (args: Args) => Promise<Answer>;

/** SDK middleware: asks for the consumed capacity and adds it up. */
export const metering = (next: Next, context: { commandName?: string }) => async (args: Args) => {
  Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
  const started = performance.now();
  meter.requests++;
  try {
    const answer = await next(args);
    const side = /Get|Query|Scan/.test(context.commandName ?? '') ? 'read' : 'write';
    for (const { CapacityUnits = 0 } of [answer.output.ConsumedCapacity ?? []].flat())
      meter[side] += CapacityUnits;
    return answer;
  } finally {
    meter.ms += performance.now() - started;
  }
};
