import { AddStep } from './add-step.tsx';
import { useBuild } from './build-context.ts';
import type { Step, StepOf } from './definition.ts';
import classes from './rules.module.css';
import { StepCard } from './step-card.tsx';
import { DropPlace } from './step-drag.tsx';
import type { List, Side } from './steps.ts';

type Props = { steps: readonly Step[]; list: List; depth: number; label: string };

/** Steps one after the other, with a way to put another between them. */
export function StepList({ steps, list, depth, label }: Props) {
  const { isReadOnly } = useBuild();
  return (
    <>
      {steps.length > 0 && (
        <ol className={classes.list} aria-label={label}>
          {steps.map((step, at) => (
            <li key={step.id} className={classes.item}>
              {!isReadOnly && (
                <DropPlace list={list} at={at}>
                  <AddStep list={list} at={at} depth={depth} isBetween />
                </DropPlace>
              )}
              <StepCard step={step} />
              {step.do === 'branch' && <Sides branch={step} depth={depth} />}
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly && (
        <DropPlace list={list} at={steps.length}>
          <AddStep list={list} at={steps.length} depth={depth} />
        </DropPlace>
      )}
    </>
  );
}

const sides: readonly Side[] = ['yes', 'no'];
/** What follows where a condition holds, and where it does not. */
function Sides({ branch, depth }: { branch: StepOf<'branch'>; depth: number }) {
  const { say } = useBuild();
  const words = { yes: say.t('so'), no: say.t('otherwise') };
  return sides.map((side) => (
    <fieldset key={side} className={classes.side}>
      <legend>{words[side]}</legend>
      <StepList steps={branch[side]} list={{ of: branch.id, side }} depth={depth + 1} label={words[side]} />
    </fieldset>
  ));
}
