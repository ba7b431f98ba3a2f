import { useTranslations } from 'use-intl';
import { useBoardTools } from './board-context.ts';
import classes from './card.module.css';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();

/** An owner's face as plain as can be: hundreds of them pass by in a scroll. */
export function Face({ userId }: { userId: string | undefined }) {
  const t = useTranslations();
  const { ownerNames } = useBoardTools();
  if (!userId) return <span className={classes.nobody} role="img" aria-label={t('board.noOwner')} />;
  const name = ownerNames.get(userId) ?? t('common.unknown');
  return (
    <span className={classes.face} role="img" aria-label={t('board.owner', { name })} title={name}>
      {initialsOf(name)}
    </span>
  );
}
