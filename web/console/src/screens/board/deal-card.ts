import type { Deal, DealCard } from '../../../../client/src/index.ts';

/** A deal that has just come into its stage, as the board would show it. */
export const asCard = ({ custom: _, items: __, tags: ___, ...deal }: Deal): DealCard => ({
  ...deal,
  daysInStage: 0,
  idle: false,
});
