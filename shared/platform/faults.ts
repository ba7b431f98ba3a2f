import type * as z from 'zod';

type Issue = z.core.$ZodIssue;
type Path = PropertyKey[];
/** What is wrong at one place of a request. */
export type Fault = { path: Path; code: string; detail: string };

/** A place in a document (RFC 6901). */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const isWrongType = ({ code, path }: Issue) => code === 'invalid_type' && path.length === 0;

/**
 * Of something that may be one of several things: what is wrong with the one that it comes nearest to; where it is none of
 * them at all, what it may be.
 */
function faultsOfUnion({ path, errors, message }: z.core.$ZodIssueInvalidUnion): Fault[] {
  const near = errors.filter((issues) => !issues.some(isWrongType)).sort((a, b) => a.length - b.length)[0];
  if (near) return near.flatMap((issue) => faultsOf({ ...issue, path: [...path, ...issue.path] } as Issue));
  const types = errors.flatMap((issues) =>
    issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])),
  );
  const detail = types.length > 0 ? `It may be: ${[...new Set(types)].join(', ')}.` : message;
  return [{ path, code: 'invalid_type', detail }];
}

/** One fault a field: zod names all that it does not know in one issue, and what is missing as a wrong type. */
export function faultsOf(issue: Issue): Fault[] {
  const { path, code, message } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'unknown',
      detail: 'There is no such field.',
    }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return faultsOfUnion(issue);
  if (issue.input === undefined) return [{ path, code: 'required', detail: 'This is needed.' }];
  return [{ path, code: code === 'custom' ? 'invalid' : code, detail: message }]; // a rule of ours beyond types and forms
}
