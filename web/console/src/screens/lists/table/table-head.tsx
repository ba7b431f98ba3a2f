import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { titleColumn, titleSort } from '../columns.ts';
import type { Selecting } from '../selection.ts';
import { HeadCell, type Sorting } from './head.tsx';
import { labelId } from './row.tsx';
import classes from './table.module.css';

type Props = {
  kind: ListedKind;
  fields: readonly FieldDef[];
  sorting: Sorting;
  selecting: Selecting;
  resize: (field: string) => (width: number, isDone: boolean) => void;
};

function SelectAll({ selecting: { selection, clear, all } }: Pick<Props, 'selecting'>) {
  const t = useTranslations('lists');
  const { isAll, marked } = selection;
  return (
    <th scope="col" className={classes.check}>
      <span id={labelId} hidden>
        {t('selectRow')}
      </span>
      <input
        type="checkbox"
        aria-label={t('selectAll')}
        checked={isAll && marked.size === 0}
        ref={(input) => {
          if (input) input.indeterminate = marked.size > 0;
        }}
        onChange={() => (isAll ? clear() : all())}
      />
    </th>
  );
}

/** The names of the columns; they stay at the top while the rows go by. */
export function TableHead({ kind, fields, sorting, selecting, resize }: Props) {
  const t = useTranslations('lists');
  const byTitle = titleSort(kind);
  return (
    <thead className={classes.headGroup}>
      <tr className={classes.head} aria-rowindex={1}>
        <SelectAll selecting={selecting} />
        <HeadCell
          isTitle
          label={t('title')}
          sort={byTitle}
          sorting={sorting}
          onResize={resize(titleColumn)}
        />
        {fields.map(({ name, label, sort }) => (
          <HeadCell
            key={name}
            label={label}
            sort={sort === byTitle ? undefined : sort}
            sorting={sorting}
            onResize={resize(name)}
          />
        ))}
      </tr>
    </thead>
  );
}
