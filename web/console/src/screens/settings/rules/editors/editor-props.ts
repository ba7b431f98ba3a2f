import type { Deed, StepOf } from '../definition.ts';

/** What the editor of a kind of step takes. */
export type EditorProps<D extends Deed> = { step: StepOf<D>; onChange: (step: StepOf<D>) => void };
