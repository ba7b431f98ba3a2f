import { useDraggable } from '@dnd-kit/core';
import { UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { DealCard } from '../../../../client/src/index.ts';
import { dayIn } from '../../parts/format.ts';
import { useTitle } from '../../parts/record-link.tsx';
import { useBoardTools } from './board-context.ts';
import classes from './card.module.css';
import { CardOutlook } from './card-outlook.tsx';
import { Face } from './face.tsx';
import { nextOf } from './next-activity.ts';

/** The colour says when the next thing is to happen; so does the text, to who cannot see it. */
function NextDot({ card }: { card: DealCard }) {
  const t = useTranslations('board.next');
  const { formats } = useBoardTools();
  const { kind, on } = nextOf(card, formats.today, (at) => dayIn(formats.timeZone, at));
  const text = t(kind, { day: formats.nearDay(on) });
  return <span className={classes.dot} data-next={kind} role="img" aria-label={text} title={text} />;
}

/** Whom the deal is with: the company, else the person. */
function With({
  card: { companyId, contactId },
  tabIndex,
}: {
  card: DealCard;
  tabIndex: number | undefined;
}) {
  const company = useTitle('company', companyId);
  const contact = useTitle('contact', companyId ? undefined : contactId);
  return (
    <span className={classes.with}>
      <span className={classes.whom}>{company ?? contact}</span>
      {contactId && <CardOutlook contactId={contactId} tabIndex={tabIndex} />}
    </span>
  );
}

function Foot({ card }: { card: DealCard }) {
  const t = useTranslations('board');
  const { formats } = useBoardTools();
  return (
    <span className={classes.foot}>
      {card.status === 'open' && <NextDot card={card} />}
      <span className={classes.amount}>{formats.money(card.amountCents, card.currency)}</span>
      {card.idle && (
        <span
          className={classes.idle}
          title={t('idleWhy', { ago: formats.ago(card.lastActivity?.at) || '–' })}
        >
          {t('idle')}
        </span>
      )}
      <span className={classes.days} title={t('daysInStage', { days: card.daysInStage })}>
        <span aria-hidden>{t('days', { days: card.daysInStage })}</span>
        <span className="heard">{t('daysInStage', { days: card.daysInStage })}</span>
      </span>
      <Face userId={card.ownerId} />
    </span>
  );
}

/** What a card looks like, in its column and in the hand. */
export function CardFace({ card, isHeld = false }: { card: DealCard; isHeld?: boolean }) {
  return (
    <div className={classes.card} data-held={isHeld || undefined}>
      <span className={classes.name}>{card.name}</span>
      <With card={card} tabIndex={undefined} />
      <Foot card={card} />
    </div>
  );
}

type Props = { card: DealCard; index: number; isCurrent: boolean; onCurrent: (index: number) => void };
/** A deal on the board: its name leads to its page, the whole card can be taken in the hand, and its menu moves it without that. */
export const Card = memo(function Card({ card, index, isCurrent, onCurrent }: Props) {
  const t = useTranslations('board');
  const { canMove, openMenu } = useBoardTools();
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !canMove,
  });
  const tabIndex = isCurrent ? 0 : -1;
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <div
      ref={setNodeRef}
      className={classes.card}
      data-card={card.id}
      data-dragging={isDragging || undefined}
      {...pointer}
    >
      <Link
        to="/$plural/$recordId"
        params={{ plural: 'deals', recordId: card.id }}
        className={classes.name}
        ref={setActivatorNodeRef}
        draggable={false}
        tabIndex={tabIndex}
        data-index={index}
        data-stage={card.stageId}
        onKeyDown={onKeyDown as never}
        onFocus={() => onCurrent(index)}
        aria-describedby={canMove ? attributes['aria-describedby'] : undefined}
      >
        {card.name}
      </Link>
      <With card={card} tabIndex={tabIndex} />
      <Foot card={card} />
      {canMove && (
        <UnstyledButton
          className={classes.menu}
          tabIndex={tabIndex}
          aria-label={t('moveDeal', { deal: card.name })}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => openMenu(card, currentTarget)}
        >
          <IconDots size={16} aria-hidden />
        </UnstyledButton>
      )}
    </div>
  );
});
