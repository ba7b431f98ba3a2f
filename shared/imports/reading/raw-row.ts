/** What is wrong with a row that was read as well as it goes. The codes are those of `faults`. */
export type Fault = { code: FaultCode; detail: string };
/** A row before it is known which of a table it is. */
export type RawRecord = { cells: string[]; fault?: Fault };

const faults = {
  quote_not_closed: 'A quote is opened and never closed, so the line was cut at every delimiter.',
  quote_not_escaped: 'A quote within a quoted cell is not doubled.',
  too_few_cells: 'The row has fewer cells than there are columns.',
  too_many_cells: 'The row has more cells than there are columns.',
  characters_unreadable: 'Characters could not be read: the file is of another encoding, or damaged.',
  row_too_long: 'The row is too long, and was cut into several.',
  card_not_closed: 'The card has no END:VCARD.',
  text_outside_card: 'There is text here that belongs to no card.',
} as const;
export type FaultCode = keyof typeof faults;

export const fault = (code: FaultCode): Fault => ({ code, detail: faults[code] });
