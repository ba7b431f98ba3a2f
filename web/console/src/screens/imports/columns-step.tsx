import { Select, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { CheckHow } from './check-how.tsx';
import { useFieldWords } from './field-words.ts';
import { FormatLine } from './format-line.tsx';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import { type ColumnOf, confidenceOf, firstValues, type Mapping, withField } from './mapping.ts';
import { firstRowsQuery } from './queries.ts';
import type { StepProps } from './step-props.ts';

const leaveOut = '-';
const longestValue = 60;
const cut = (text: string) => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);

/** Why a column has the field that it has. */
function Hint({ column, field }: { column: ColumnOf; field: string | undefined }) {
  const t = useTranslations('imports.columns');
  if (field === undefined) return t('out');
  if (field !== column.field || column.by === 'none') return t('chosen');
  const confidence = t(`confidence.${confidenceOf(column.confidence)}`);
  return t('suggestion', { confidence, by: t(`by.${column.by}`) });
}

type LineProps = {
  column: ColumnOf;
  values: string[];
  field: string | undefined;
  taken: ReadonlySet<string>;
  words: ReturnType<typeof useFieldWords>;
  change: ((field: string | undefined) => void) | undefined;
};
function Line({ column, values, field, taken, words, change }: LineProps) {
  const t = useTranslations('imports.columns');
  const name = column.header || t('unnamed', { number: column.column + 1 });
  /** A field of another column cannot be chosen here. */
  const offered = (all: { value: string; label: string }[]) =>
    all.map((one) => ({ ...one, disabled: one.value !== field && taken.has(one.value) }));
  const isOwnUnknown =
    field?.startsWith('custom.') === true && !words.own.some(({ value }) => value === field);
  const own =
    isOwnUnknown && field ? [...words.own, { value: field, label: words.nameOf(field) }] : words.own;
  const groups = [
    { value: leaveOut, label: t('leaveOut') },
    ...(own.length > 0 ? [{ group: t('own'), items: offered(own) }] : []),
    { group: t('builtIn'), items: offered(words.builtIn) },
  ];
  return (
    <tr className={field === undefined ? classes.out : undefined}>
      <td className={classes.header}>{name}</td>
      <td className={classes.values}>{values.map(cut).join(' · ') || t('noValues')}</td>
      <td className={classes.field}>
        <Select
          aria-label={t('fieldOf', { column: name })}
          data={groups}
          searchable
          allowDeselect={false}
          disabled={!change}
          nothingFoundMessage={t('nothing')}
          maxDropdownHeight={320}
          value={field ?? leaveOut}
          onChange={(chosen) => change?.(chosen === leaveOut ? undefined : String(chosen))}
        />
        <div className={classes.hint}>
          <Hint column={column} field={field} />
        </div>
      </td>
    </tr>
  );
}

/** Each column with its first values, and the field that it becomes. */
export function ColumnsStep({ one, acts }: StepProps) {
  const t = useTranslations('imports.columns');
  const { mayWrite } = useImportRights(one.kind);
  const words = useFieldWords(one.kind);
  const { data: rows = [] } = useQuery(firstRowsQuery(one));
  const { columns = [], mapping = [] } = one;
  const fields = new Map(mapping.map(({ column, field }) => [column, field]));
  const taken = new Set(fields.values());
  const set = (column: number) => (field: string | undefined) =>
    acts.map(withField(mapping as Mapping, column, field));
  return (
    <>
      <FormatLine one={one} acts={acts} />
      <section aria-labelledby="columns">
        <div className={classes.line}>
          <Title order={2} id="columns">
            {t('title')}
          </Title>
          <Text className={classes.count} role="status">
            {t('count', { mapped: mapping.length, all: columns.length })}
          </Text>
        </div>
        {one.isMappedAsBefore && <Text className={classes.hint}>{t('asBefore')}</Text>}
        <table className={classes.columns} aria-labelledby="columns">
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('values')}</th>
              <th scope="col">{t('field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <Line
                key={column.column}
                column={column}
                values={firstValues(rows, column.column)}
                field={fields.get(column.column)}
                taken={taken}
                words={words}
                change={mayWrite ? set(column.column) : undefined}
              />
            ))}
          </tbody>
        </table>
        {mapping.length === 0 && (
          <Text className={classes.wrong} role="alert">
            {t('none')}
          </Text>
        )}
      </section>
      {mayWrite && <CheckHow one={one} acts={acts} isReady={mapping.length > 0} />}
    </>
  );
}
