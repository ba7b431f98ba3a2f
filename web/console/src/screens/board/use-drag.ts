import {
  type Announcements,
  type DragEndEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Board, DealCard } from '../../../../client/src/index.ts';
import { toNextColumn } from './drag.ts';
import { KeysSensor } from './keys-sensor.ts';

type Active = DragStartEvent['active'];
const cardOf = (active: Active) => active.data.current?.card as DealCard;
const keyboardCodes = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50);
}

/** What is said of a card on its way to who hears the page. */
function useAnnouncements({ stages }: Board, heldName: () => string): Announcements {
  const t = useTranslations('board.said');
  const stageOf = (id: unknown) => stages.find((stage) => stage.id === id)?.name;
  return {
    onDragStart: ({ active }) =>
      t('pickedUp', { deal: cardOf(active).name, stage: stageOf(cardOf(active).stageId) ?? '' }),
    onDragOver: ({ over }) => {
      const stage = stageOf(over?.id);
      return stage ? t('over', { deal: heldName(), stage }) : t('overNothing');
    },
    onDragEnd: ({ over }) => {
      const stage = stageOf(over?.id);
      return stage ? t('dropped', { deal: heldName(), stage }) : t('putBack');
    },
    onDragCancel: () => t('putBack'),
  };
}

type Mover = { move: (card: DealCard, to: string) => void; pickUp: (card: DealCard) => void };
/** A card in the hand: by mouse at once, by touch after a moment so that a swipe still scrolls, by keys with the space bar. */
export function useDrag(board: Board, { move, pickUp }: Mover) {
  const t = useTranslations('board.said');
  const [held, setHeld] = useState<DealCard>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeysSensor, { coordinateGetter: toNextColumn, keyboardCodes }),
  );
  // The card that is in the hand may have left the page meanwhile.
  const name = useRef('');
  const announcements = useAnnouncements(board, () => name.current);
  const accessibility = { announcements, screenReaderInstructions: { draggable: t('howTo') } };
  const onDragStart = ({ active }: DragStartEvent) => {
    setHeld(cardOf(active));
    name.current = cardOf(active).name;
    pickUp(cardOf(active));
  };
  const onDragCancel = () => setHeld(undefined);
  const onDragEnd = ({ over, activatorEvent }: DragEndEvent) => {
    setHeld(undefined);
    if (!(activatorEvent instanceof KeyboardEvent)) swallowClick();
    // As it was when it was picked up: somebody else may have moved it meanwhile.
    if (over && held) move(held, String(over.id));
  };
  return { held, sensors, accessibility, onDragStart, onDragCancel, onDragEnd };
}
