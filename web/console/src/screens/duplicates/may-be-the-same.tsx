import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { plurals, titleOf } from '../../api/kinds.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import classes from './duplicates.module.css';
import type { MatchKind } from './likeness.ts';
import { type Duplicate, duplicatesOfQuery } from './queries.ts';
import { compareLink } from './search.ts';
import { useReasonWords } from './use-words.ts';

const shownAtOnce = 2;
const mostReasons = 3;

/** Who it may be, with the strongest reasons where there is room. */
function One({ kind, found: { record, reasons } }: { kind: MatchKind; found: Duplicate }) {
  const wordsOf = useReasonWords(kind);
  const isPhone = useIsPhone();
  const why = wordsOf(reasons)
    .filter(({ isAgainst }) => !isAgainst)
    .slice(0, isPhone ? 1 : mostReasons);
  return (
    <>
      <Anchor
        component={Link}
        to={`/${plurals[kind]}/${record.id}`}
        fw={600}
        c="var(--mantine-color-text)"
        underline="always"
        inherit
      >
        {titleOf(kind, record)}
      </Anchor>
      {why.length > 0 && ` (${why.map(({ word }) => word).join(', ')})`}
    </>
  );
}

/** That a record may be there twice, with the way to see them side by side. */
export function MayBeTheSame({ kind, id }: { kind: MatchKind; id: string }) {
  const t = useTranslations('duplicates');
  const { data: found = [] } = useQuery(duplicatesOfQuery(kind, id));
  if (found.length === 0) return null;
  const shown = found.slice(0, shownAtOnce);
  const ids = [id, ...found.map(({ record }) => record.id)];
  return (
    <Alert
      className={classes.banner ?? ''}
      color="yellow"
      icon={<IconCopyCheck aria-hidden />}
      role="status"
      py="xs"
    >
      <Group justify="space-between" gap="xs">
        <Text size="md" flex={1} miw={200}>
          {t('mayBe')}{' '}
          {shown.map((one, at) => (
            <span key={one.record.id}>
              {at > 0 && ', '}
              <One kind={kind} found={one} />
            </span>
          ))}
          {found.length > shown.length && ` ${t('others', { count: found.length - shown.length })}`}
        </Text>
        <LinkButton {...compareLink(kind, ids)} variant="default">
          {t('compare')}
        </LinkButton>
      </Group>
    </Alert>
  );
}
