const flightMs = 260;
const glowMs = 1_400;
const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const cardElement = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`);

/** Lets a copy of a card fly from where it was to where it is; columns cut off what leaves them, so that the card itself cannot. */
export function fly(id: string, stageId: string, from: DOMRect, copy: HTMLElement): void {
  if (isStill()) return;
  const card = cardElement(id);
  const goal = card ?? document.querySelector<HTMLElement>(`[data-stage-column="${stageId}"]`);
  if (!goal) return;
  const to = goal.getBoundingClientRect();
  copy.removeAttribute('data-card');
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  Object.assign(copy.style, {
    position: 'fixed',
    left: `${from.left}px`,
    top: `${from.top}px`,
    width: `${from.width}px`,
    zIndex: '200',
    pointerEvents: 'none',
  });
  document.body.append(copy);
  card?.animate([{ opacity: 0 }, { opacity: 0 }], { duration: flightMs });
  const way = `translate(${to.left - from.left}px, ${to.top - from.top}px)`;
  const flight = copy.animate([{ transform: 'none' }, { transform: way, opacity: card ? 1 : 0 }], {
    duration: flightMs,
    easing: 'cubic-bezier(0.3, 0, 0.2, 1)',
  });
  const arrive = () => {
    copy.remove();
    card?.animate([{ boxShadow: '0 0 0 2px var(--mantine-primary-color-filled)' }, {}], { duration: glowMs });
  };
  flight.finished.then(arrive, arrive);
}
