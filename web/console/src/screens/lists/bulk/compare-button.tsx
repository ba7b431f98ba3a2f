import { IconCopyCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../../api/kinds.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { isMatchKind } from '../../duplicates/likeness.ts';
import { compareLink, mostCompared } from '../../duplicates/search.ts';
import classes from '../list.module.css';
import type { Selecting } from '../selection.ts';

type Props = { kind: ListedKind; selection: Selecting['selection'] };

/** Sees the selected records side by side, where they are few enough to become one. */
export function CompareButton({ kind, selection: { isAll, marked } }: Props) {
  const t = useTranslations('duplicates');
  if (isAll || !isMatchKind(kind) || marked.size < 2 || marked.size > mostCompared) return null;
  return (
    <LinkButton
      {...compareLink(kind, [...marked.keys()])}
      size="compact-sm"
      fw={500}
      mih={{ base: 44, sm: 32 }}
      variant="subtle"
      leftSection={<IconCopyCheck size={18} aria-hidden />}
      aria-label={t('compare')}
    >
      <span className={classes.bulkText}>{t('compare')}</span>
    </LinkButton>
  );
}
