import { type Fault, fault } from './raw-row.ts';
import { type Property, propertyOf } from './vcard-property.ts';

export type Card = { properties: Property[]; fault?: Fault };

const begins = (line: string) => /^\s*BEGIN\s*:\s*VCARD\s*$/i.test(line);
const ends = (line: string) => /^\s*END\s*:\s*VCARD\s*$/i.test(line);
/** A line that is no property is kept as one. */
const textOf = (value: string): Property => ({
  group: '',
  name: 'TEXT',
  types: [],
  isPreferred: false,
  value,
});

/** `depth` counts the cards within the open one: `AGENT` of version 2.1 has a card for its value. */
type Reading = { open: Property[] | undefined; stray: Property[]; depth: number; length: number };
/** Characters of a card that are held; one that is longer comes in several rows. */
const longestCard = 4_194_304;

function strayOf(reading: Reading): Card[] {
  const { stray } = reading;
  reading.stray = [];
  return stray.length > 0 ? [{ properties: stray, fault: fault('text_outside_card') }] : [];
}
const brokenOff = ({ open }: Reading): Card[] =>
  open ? [{ properties: open, fault: fault('card_not_closed') }] : [];

function begin(reading: Reading): Card[] {
  if (reading.open?.at(-1)?.name === 'AGENT') {
    reading.depth += 1;
    return [];
  }
  const cards = [...strayOf(reading), ...brokenOff(reading)];
  reading.open = [];
  reading.depth = 0;
  reading.length = 0;
  return cards;
}
function end(reading: Reading): Card[] {
  if (reading.depth > 0) {
    reading.depth -= 1;
    return [];
  }
  const { open } = reading;
  reading.open = undefined;
  return open ? [{ properties: open }] : [];
}
function keep(reading: Reading, line: string, encoding: string): void {
  const property = propertyOf(line, encoding) ?? textOf(line);
  reading.length += line.length;
  if (reading.depth > 0) reading.open?.push({ ...property, name: 'AGENT', value: line });
  else (reading.open ?? reading.stray).push(property);
}
/** What is there of a card that is too long to be held. */
function overlong(reading: Reading): Card[] {
  if (reading.length < longestCard) return [];
  const properties = [...reading.stray, ...(reading.open ?? [])];
  reading.length = 0;
  reading.stray = [];
  reading.open &&= [];
  return [{ properties, fault: fault('row_too_long') }];
}

/**
 * The cards of their lines. One that does not end before the next begins, or at all, has a fault, and so has text that stands
 * outside of every card.
 */
export async function* cardsOf(lines: AsyncIterable<string>, encoding: string): AsyncGenerator<Card> {
  const reading: Reading = { open: undefined, stray: [], depth: 0, length: 0 };
  for await (const line of lines) {
    if (begins(line)) yield* begin(reading);
    else if (ends(line)) yield* end(reading);
    else if (line.trim() !== '') {
      keep(reading, line, encoding);
      yield* overlong(reading);
    }
  }
  yield* [...strayOf(reading), ...brokenOff(reading)];
}
