export const months = { earlier: 'Earlier', later: 'Later', total: 'In all' };
