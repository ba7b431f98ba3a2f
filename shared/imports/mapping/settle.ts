import type { ImportKind } from './import-fields.ts';
import type { Looks } from './look-of-values.ts';
import type { Judged } from './read-values.ts';

/** A column on its way to a field. */
export type Candidate = Judged & { column: number; header: string; looks: Looks };

/** `Name` is what its neighbours leave: the last name beside a first one, the first beside a last one, else the whole. */
function nameBeside(others: ReadonlySet<string>, kind: ImportKind): string {
  if (kind === 'order') return 'contactName';
  const [first, last] = [others.has('firstName'), others.has('lastName')];
  if (first === last) return 'fullName';
  return first ? 'lastName' : 'firstName';
}

/** `Title` is Dr or Mrs where the values say so, or where another column has the job title. */
function titleBeside(others: ReadonlySet<string>, looks: Looks): string {
  if (looks.shareOf('salutation') >= 0.6) return 'prefix';
  return others.has('jobTitle') && !others.has('prefix') ? 'prefix' : 'jobTitle';
}

const sure = 0.7;
const settled = (candidate: Candidate, field: string): Candidate => ({
  ...candidate,
  reading: { ...candidate.reading, field, confidence: Math.min(candidate.reading.confidence, 0.9) },
});

/** Headers of single programs that would mean another thing elsewhere: LinkedIn's connections and Shopify's orders. */
function ofProgram(candidate: Candidate, kind: ImportKind, headers: readonly string[]): Candidate {
  const { field } = candidate.reading;
  if (kind === 'contact' && field === 'website' && /^url$/i.test(candidate.header.trim()))
    return headers.some((one) => /^connected on$/i.test(one.trim()))
      ? settled(candidate, 'linkedin')
      : candidate;
  if (kind === 'order' && field === '?name' && headers.some((one) => /^lineitem /i.test(one)))
    return settled(candidate, 'number');
  return candidate;
}

/** Outlook calls both so in some languages, and has the person's before the job's. */
function titlesOf(candidates: readonly Candidate[], others: ReadonlySet<string>): Map<number, string> {
  const titles = candidates.filter(({ reading }) => reading.field === '?title');
  const [first, second] = titles;
  const both = second && !others.has('jobTitle') && !others.has('prefix');
  if (first && both)
    return new Map([
      [first.column, 'prefix'],
      ...titles.slice(1).map(({ column }) => [column, 'jobTitle'] as const),
    ]);
  return new Map(titles.map(({ column, looks }) => [column, titleBeside(others, looks)]));
}

/** Beside a year and a month of birth a birthday is the day alone, as Thunderbird has it in German. */
const isDayAlone = (field: string, others: ReadonlySet<string>) =>
  field === 'birthday' && others.has('birthday.month') && !others.has('birthday.day');

/** Gives the headers that depend on their neighbours their field. */
export function settle(candidates: readonly Candidate[], kind: ImportKind): Candidate[] {
  const headers = candidates.map(({ header }) => header);
  const ours = candidates.map((one) => ofProgram(one, kind, headers));
  const others = new Set(
    ours.filter(({ reading }) => reading.confidence >= sure).map(({ reading }) => reading.field),
  );
  const titles = titlesOf(ours, others);
  return ours.map((one) => {
    const title = titles.get(one.column);
    if (title) return settled(one, title);
    if (isDayAlone(one.reading.field, others)) return settled(one, 'birthday.day');
    if (one.reading.field === '?name') return settled(one, nameBeside(others, kind));
    return one;
  });
}
