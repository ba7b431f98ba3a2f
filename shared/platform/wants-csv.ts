/** Whether an answer is asked for as CSV (`Accept: text/csv`, RFC 9110, 12.5.1). */
export const wantsCsv = (accept = ''): boolean =>
  accept.split(',').some((range) => range.split(';')[0]?.trim().toLowerCase() === 'text/csv');
