import { type PointerEvent, useRef } from 'react';
import classes from './table.module.css';

const least = 80;
const most = 800;

/** The edge of a column, drawn to make it wider; who has no pointer sets widths in the menu of columns. */
export function Grip({
  label,
  onResize,
}: {
  label: string;
  onResize: (width: number, isDone: boolean) => void;
}) {
  const from = useRef<{ x: number; width: number }>(undefined);
  const widthAt = (event: PointerEvent) => {
    const { x = 0, width = 0 } = from.current ?? {};
    return Math.round(Math.min(most, Math.max(least, width + event.clientX - x)));
  };
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? 0 };
  };
  const move = (event: PointerEvent) => from.current && onResize(widthAt(event), false);
  const end = (event: PointerEvent) => {
    if (from.current) onResize(widthAt(event), true);
    from.current = undefined;
  };
  return (
    <div
      className={classes.grip}
      title={label}
      aria-hidden
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
