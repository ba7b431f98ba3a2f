import type { IntakeBody } from '../../shared/mail/intake-routes.ts';
import { type Comparison, type Field, fields } from './mail-compare.ts';
import type { MailFile } from './mail-files.ts';

export type Outcome = { file: MailFile; refused?: string; intake?: IntakeBody; compared: Comparison[] };

function becameOf({ refused, intake }: Outcome): string {
  if (intake) return [intake.status, intake.reason].filter(Boolean).join(' ');
  return refused ? 'refused by SMTP' : 'LOST';
}

function countsOf(outcomes: Outcome[]): string[] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(becameOf(outcome), (counts.get(becameOf(outcome)) ?? 0) + 1);
  return [...counts].sort().map(([name, count]) => `${name.padEnd(30)} ${String(count).padStart(8)}`);
}

const ofField = (outcomes: Outcome[], field: Field) =>
  outcomes.flatMap(({ compared }) => compared).filter((one) => one.field === field);
const equalOf = (all: Comparison[]) => all.filter(({ equal }) => equal).length;

const differences = ({ file, compared }: Outcome): string[] =>
  compared
    .filter(({ equal }) => !equal)
    .map(
      ({ field, wanted, got }) =>
        `differs: ${file.name} ${field}: ${JSON.stringify(wanted)} is ${JSON.stringify(got)}`,
    );

/** The lines of the table: outcomes, fields, and every message that differs or was refused. */
export function tableOf(outcomes: Outcome[]): string[] {
  const rows = fields.map((field) => {
    const all = ofField(outcomes, field);
    return `${field.padEnd(14)} ${String(all.length).padStart(8)} ${String(equalOf(all)).padStart(8)}`;
  });
  const refused = outcomes.flatMap((one) =>
    one.refused ? [`refused: ${one.file.name}: ${one.refused}`] : [],
  );
  return [
    'what became of them            messages',
    ...countsOf(outcomes),
    '',
    'field          compared    equal',
    ...rows,
    ...refused,
    ...outcomes.flatMap(differences),
  ];
}

/** `compared` and `equal…` count the messages of which parsers agree on anything, on that field; `lost` those without an outcome. */
export function figuresOf(outcomes: Outcome[]) {
  const withStatus = (status: string) => outcomes.filter(({ intake }) => intake?.status === status).length;
  const sent = outcomes.filter(({ refused }) => refused === undefined).length;
  const [logged, skipped, failed] = [withStatus('logged'), withStatus('skipped'), withStatus('failed')];
  const comparedOf = (field: Field) => ofField(outcomes, field).length;
  const equal = (field: Field) => equalOf(ofField(outcomes, field));
  return {
    ...{ sent, refused: outcomes.length - sent },
    received: outcomes.filter(({ intake }) => intake).length,
    ...{ logged, skipped, failed },
    lost: sent - logged - skipped - failed,
    compared: outcomes.filter((one) => one.compared.length > 0).length,
    comparedSubject: comparedOf('subject'),
    equalSubject: equal('subject'),
    comparedFrom: comparedOf('from'),
    equalFrom: equal('from'),
    comparedText: comparedOf('text'),
    equalText: equal('text'),
    comparedAttachments: comparedOf('attachments'),
    equalAttachments: equal('attachments'),
  };
}
