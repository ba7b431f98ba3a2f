import { Cron } from 'croner';
import type { Resource } from '../assembly.ts';
import type { Outcome } from '../runtime/environment.ts';
import type { Functions } from '../runtime/functions.ts';

export type Schedules = {
  names(): string[];
  /** Runs a schedule's function now with `time` as the scheduled time and waits for it. Undefined for an unknown name. */
  fire(name: string, time: string): Promise<Outcome | undefined>;
  end(): void;
};

/** Scheduler writes the moment to the second, in UTC (Scheduler user guide, "Adding context attributes"). */
const scheduledTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

/** The target's input with what stands for the moment that it was due. Other context attributes are not filled in. */
const inputOf = (target: { Input?: string }, time: string): unknown =>
  JSON.parse((target.Input ?? '{}').replaceAll('<aws.scheduler.scheduled-time>', time));

const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** AWS's six fields end in the year, begin with the minute and count the week from SUN=1; croner's begin with the second and count from 0. */
export function cronerPattern(fields: string): string {
  const [minute, hour, day, month, weekday = '*', year = '*'] = fields.trim().split(/\s+/);
  const shifted = weekday.replaceAll(/(?<![#/\d])\d/g, (number) => String(Number(number) - 1));
  return ['0', minute, hour, day, month, shifted, year].join(' ');
}

type Timer = { stop(): void };

function every(ms: number, run: (at: Date) => void): Timer {
  const timer = setInterval(() => run(new Date()), ms);
  return { stop: () => clearInterval(timer) };
}

/** Starts the clock of a schedule expression: `rate(…)`, `cron(…)` or `at(…)`. Throws for another one. */
function startClock(expression: string, timezone: string, run: (at: Date) => void): Timer {
  const [, kind, inner = ''] = /^(rate|cron|at)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'rate') {
    const [count, unit = ''] = inner.split(/\s+/);
    return every(Number(count) * (units[unit.replace(/s$/, '')] ?? Number.NaN), run);
  }
  if (kind === 'cron') {
    const pattern = cronerPattern(inner);
    return new Cron(pattern, { timezone, mode: '7-part' }, (self: Cron) =>
      run(self.currentRun() ?? new Date()),
    );
  }
  if (kind === 'at') return new Cron(inner, { timezone }, () => run(new Date()));
  throw new Error(`The local cloud does not know the schedule ${expression}`);
}

type Place = { functions: Functions; later(functionArn: string, event: string): void };

const startsFunction = ({ properties }: Resource): boolean => /:lambda:/.test(String(properties.Target?.Arn));

/** Every `AWS::Scheduler::Schedule` of a function; what starts anything else means nothing here. By the clock its function is invoked asynchronously; what fell due while nothing ran is not made up for. */
export function startSchedules(all: Resource[], { functions, later }: Place): Schedules {
  const schedules = all.filter(startsFunction);
  const clocks = schedules
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map(({ properties }) => {
      const { ScheduleExpression, ScheduleExpressionTimezone = 'UTC', Target } = properties;
      return startClock(String(ScheduleExpression), String(ScheduleExpressionTimezone), (at) => {
        later(String(Target.Arn), JSON.stringify(inputOf(Target, scheduledTime(at))));
      });
    });
  return {
    names: () => schedules.map(({ id }) => id),
    fire: async (name, time) => {
      const Target = schedules.find(({ id }) => id === name)?.properties.Target;
      return Target && functions.invoke(String(Target.Arn), inputOf(Target, time));
    },
    end: () => {
      for (const clock of clocks) clock.stop();
    },
  };
}
