/** What speaks for something has a plus, what speaks against it a minus. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : `−${-points}`);
