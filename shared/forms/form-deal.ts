import { AppError } from '../core/errors.ts';
import { clip } from '../core/text.ts';
import { firstStage, type Pipeline, type Stage } from '../deals/pipeline.ts';
import type { Form } from './form.ts';

/** What a form can give to a new deal; a stage that asks for more cannot be entered by one. */
const given = new Set(['contactId', 'ownerId']);
const enterable = ({ kind, requiredFields }: Stage) =>
  kind === 'open' && requiredFields.every((field) => given.has(field));

const wrong = (code: string, detail: string) =>
  new AppError('invalid', code, detail, { errors: [{ pointer: '/opensDeal/stageId', code, detail }] });

/** Throws `stage_unknown`, `stage_closed` or `stage_fields_missing` where the form's deals could not start in its stage. */
export function assertOpensDeal({ opensDeal, owner }: Form, pipeline: Pipeline): void {
  if (!opensDeal) return;
  const { stageId } = opensDeal;
  const stage =
    stageId === undefined ? firstStage(pipeline) : pipeline.stages.find(({ id }) => id === stageId);
  if (!stage) throw wrong('stage_unknown', `Pipeline ${pipeline.id} has no stage ${stageId}.`);
  if (stage.kind !== 'open') throw wrong('stage_closed', 'A new deal starts in an open stage.');
  if (enterable(stage) && (owner || !stage.requiredFields.includes('ownerId'))) return;
  const needs = stage.requiredFields.join(', ');
  throw wrong('stage_fields_missing', `Stage ${stage.id} needs ${needs}, which this form does not give.`);
}

/**
 * The stage in which a deal starts: the form's own, else (the pipeline has changed since) the first open one that asks
 * for nothing more than there is. Undefined where there is none: then the lead is kept without a deal.
 */
export function startingStage({ opensDeal }: Form, { stages }: Pipeline, hasOwner: boolean) {
  if (!opensDeal) return undefined;
  const ready = stages.filter(
    (stage) => enterable(stage) && (hasOwner || !stage.requiredFields.includes('ownerId')),
  );
  return ready.find(({ id }) => id === opensDeal.stageId) ?? ready[0];
}

type About = { name: string; company?: string | undefined; email?: string | undefined; form: string };
const mostNameLength = 200;

/** The new deal's name: the form's template filled in, never empty. */
export function dealName(template: string | undefined, about: About): string {
  const filled = (template ?? '{{form}}: {{name}}').replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, blank: string) =>
    Object.hasOwn(about, blank) ? (about[blank as keyof About] ?? '') : '',
  );
  return (
    clip(filled.replaceAll(/\s+/g, ' ').trim(), mostNameLength).trim() || clip(about.name, mostNameLength)
  );
}
