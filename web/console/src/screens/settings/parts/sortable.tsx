import {
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
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './sortable.module.css';

/** A list with one of its items in another place. */
function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

type Props<T> = {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** The items in their new order, and the place where the one that was moved is now. */
  onChange: (items: T[], at: number) => void;
  /** The item with the handle by which it is moved. */
  row: (item: T, handle: ReactNode, index: number) => ReactNode;
};

/** A list whose order is the person's: by dragging the handle, or by the arrow keys on it. */
export function Sortable<T>({ label, items, keyOf, nameOf, onChange, row }: Props<T>) {
  const t = useTranslations('settings.sort');
  const [said, setSaid] = useState('');
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
  );
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    onChange(moved(items, from, to), to);
    setSaid(t('moved', { name: nameOf(item), place: to + 1, of: items.length }));
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    const placeOf = (key: unknown) => items.findIndex((item) => keyOf(item) === key);
    if (over) move(placeOf(active.id), placeOf(over.id));
  };
  const pressed = (index: number) => (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(index, index + step);
  };
  return (
    <DndContext
      sensors={sensors}
      onDragEnd={dropped}
      accessibility={{ screenReaderInstructions: { draggable: t('how') }, announcements: silent }}
    >
      <ol className={classes.list} aria-label={label}>
        {items.map((item, index) => (
          <Row
            key={keyOf(item)}
            id={keyOf(item)}
            name={nameOf(item)}
            onKeyDown={pressed(index)}
            render={(handle) => row(item, handle, index)}
          />
        ))}
      </ol>
      <div className="heard" aria-live="polite">
        {said}
      </div>
    </DndContext>
  );
}

/** What is moved is said once, by the list itself, however it was moved. */
const nothing = () => undefined;
const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

type RowProps = {
  id: string;
  name: string;
  onKeyDown: (event: KeyboardEvent) => void;
  render: (handle: ReactNode) => ReactNode;
};
function Row({ id, name, onKeyDown, render }: RowProps) {
  const t = useTranslations('settings.sort');
  const drag = useDraggable({ id });
  const drop = useDroppable({ id });
  const { active } = drop;
  const handle = (
    <button
      type="button"
      ref={drag.setActivatorNodeRef}
      className={classes.handle}
      aria-label={t('move', { name })}
      title={t('how')}
      {...drag.listeners}
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={18} aria-hidden />
    </button>
  );
  const shift = drag.transform && { transform: `translate(0, ${drag.transform.y}px)` };
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={classes.row}
      data-dragged={drag.isDragging || undefined}
      data-over={(drop.isOver && active?.id !== id) || undefined}
      style={shift || undefined}
    >
      {render(handle)}
    </li>
  );
}
