import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../shared/exports/columns/columns-of-kind.ts';
import { isImportedHeader } from '../../../shared/exports/columns/imported-header.ts';
import { importFields } from '../../../shared/imports/mapping/import-fields.ts';
import { suggestMapping } from '../../../shared/imports/mapping/suggest-mapping.ts';
import { aField } from '../../fixtures/field.ts';

/** What an import cannot take from a row: which record it is, when it changed, and what it has no field for. */
const aside = new Set(['Rapport ID', 'Updated at', 'Other profiles', 'Came in by']);

describe('the columns of an export', () => {
  it.each(['contact', 'company', 'deal', 'product', 'order', 'activity'] as const)(
    'of %s records are known again by an import, each as a field of its own',
    (kind) => {
      const headers = columnsOf(kind, [], undefined).map(({ header }) => header);
      const mapped = suggestMapping(kind, headers, []);
      const known = new Set(importFields(kind).map(({ name }) => name));
      for (const { header, field, confidence } of mapped) {
        if (aside.has(header)) expect([header, field]).toEqual([header, undefined]);
        else expect([header, known.has(field ?? ''), confidence >= 0.95]).toEqual([header, true, true]);
      }
      const fields = mapped.flatMap(({ field }) => field ?? []);
      expect(new Set(fields).size).toBe(fields.length);
    },
  );

  it('of the workspace’s own are called by their labels, or by their keys where a label is another’s', () => {
    const fields = [
      aField({ key: 'plan', label: 'Plan of the year' }),
      aField({ key: 'mail', label: 'E-mail' }),
      aField({ key: 'again', label: 'Plan of the year' }),
    ];
    const own = columnsOf('contact', fields, ['custom'], isImportedHeader);
    expect(own.map(({ header }) => header)).toEqual(['Plan of the year', 'mail', 'again']);
    const mapped = suggestMapping('contact', ['Plan of the year'], [], fields);
    expect(mapped[0]?.field).toBe('custom.plan');
  });

  it('are those that are asked for, in their order, each once', () => {
    const chosen = columnsOf('contact', [], ['lastName', 'emails.address', 'lastName', 'emails']);
    expect(chosen.map(({ header }) => header)).toEqual(['Last name', 'Email', 'Email 2', 'Email 3']);
    expect(() => columnsOf('contact', [], ['nonsense'])).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });
});
