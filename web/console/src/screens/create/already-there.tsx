import { Alert, Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { plurals, titleOf } from '../../api/kinds.ts';
import type { FieldDef } from '../../fields/field-def.ts';
import { type MatchKind, tellingOf } from '../duplicates/likeness.ts';
import { checkQuery } from '../duplicates/queries.ts';
import classes from './create.module.css';
import type { Values } from './draft.ts';
import { toCheck } from './to-check.ts';

type Props = { kind: MatchKind; fields: readonly FieldDef[]; values: Values; onLeave: () => void };
const pauseMs = 600;
const mostShown = 3;

/** Who or what is there already that the new record may be, while one types. Nothing is said where it could not be asked. */
export function AlreadyThere({ kind, fields, values, onLeave }: Props) {
  const t = useTranslations('duplicates');
  const [typed] = useDebouncedValue(values, pauseMs);
  const asked = toCheck(kind, fields, typed);
  const { data } = useQuery({ ...checkQuery(kind, asked), placeholderData: keepPreviousData });
  const found = asked ? (data ?? []).slice(0, mostShown) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <Alert color="yellow" variant="light" title={t('alreadyThere')} mb="xs" py="xs">
          <ul className={classes.there}>
            {found.map(({ record }) => {
              const title = titleOf(kind, record);
              const telling = tellingOf(record);
              return (
                <li key={record.id}>
                  <Anchor
                    component={Link}
                    to={`/${plurals[kind]}/${record.id}`}
                    onClick={onLeave}
                    fw={500}
                    c="var(--mantine-color-text)"
                    underline="always"
                  >
                    {title}
                  </Anchor>
                  {telling && telling !== title && ` · ${telling}`}
                </li>
              );
            })}
          </ul>
        </Alert>
      )}
    </div>
  );
}
