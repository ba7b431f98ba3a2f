import {
  type CollisionDetection,
  type KeyboardCoordinateGetter,
  pointerWithin,
  rectIntersection,
} from '@dnd-kit/core';

/** The column under the pointer; none where it is let go beside them all. By keys, the one in which the card lies. */
export const columnUnder: CollisionDetection = (seen) =>
  seen.pointerCoordinates ? pointerWithin(seen) : rectIntersection(seen);

/** Right and left take a card to the next column, wherever that begins. */
export const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[event.code];
  if (event.code.startsWith('Arrow')) event.preventDefault();
  if (step === undefined) return undefined;
  const { droppableContainers, droppableRects, over, active } = context;
  const columns = droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      return rect ? [{ id, rect }] : [];
    })
    .toSorted((a, b) => a.rect.left - b.rect.left);
  const here = over?.id ?? active?.data.current?.card.stageId;
  const next = columns[columns.findIndex(({ id }) => id === here) + step];
  return next && { x: next.rect.left + 8, y: Math.max(currentCoordinates.y, next.rect.top + 8) };
};
