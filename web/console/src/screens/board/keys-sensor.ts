import { KeyboardSensor, type KeyboardSensorProps } from '@dnd-kit/core';

/**
 * The library's sensor, which takes no key until the page has had a moment after the card was picked up: on a busy machine a
 * key that was pressed within it was lost. Those keys are kept, and pressed again when it listens.
 */
export class KeysSensor extends KeyboardSensor {
  constructor(props: KeyboardSensorProps) {
    super(props); // sets the timer after which it listens: the one below comes after it
    const early: KeyboardEvent[] = [];
    const keep = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      early.push(event);
    };
    addEventListener('keydown', keep, { capture: true });
    setTimeout(() => {
      removeEventListener('keydown', keep, { capture: true });
      for (const { code, key } of early)
        document.dispatchEvent(new KeyboardEvent('keydown', { code, key, cancelable: true }));
    });
  }
}
