import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useBuild } from './build-context.ts';
import classes from './rules.module.css';
import type { Place } from './steps.ts';

const nothing = () => undefined;
/** By keys a step is moved by Alt and an arrow, and what was moved is said by the builder. */
const silent = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
};

/** Steps that can be dragged by their handles to any place between others. */
export function Draggable({ children }: { children: ReactNode }) {
  const { place } = useBuild();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
  );
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over) place(String(active.id), over.data.current as Place);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={silent}
    >
      {children}
    </DndContext>
  );
}

/** Where a step can be dropped: between two others, or behind the last one. */
export function DropPlace({ list, at, children }: Place & { children: ReactNode }) {
  const { canPlace } = useBuild();
  const { setNodeRef, isOver, active } = useDroppable({ id: useId(), data: { list, at } });
  const takes = isOver && active !== null && canPlace(String(active.id), { list, at });
  return (
    <div ref={setNodeRef} className={classes.place} data-over={takes || undefined}>
      {children}
    </div>
  );
}

/** A step with the handle by which it is dragged. */
export function Dragged({ id, children }: { id: string; children: (handle: ReactNode) => ReactNode }) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging } = useDraggable({ id });
  const handle = (
    <span ref={setActivatorNodeRef} className={classes.handle} data-handle {...listeners}>
      <IconGripVertical size={16} aria-hidden />
    </span>
  );
  const shift = transform && { transform: `translate(0, ${transform.y}px)` };
  return (
    <div
      ref={setNodeRef}
      className={classes.dragged}
      data-dragged={isDragging || undefined}
      style={shift || undefined}
    >
      {children(handle)}
    </div>
  );
}
