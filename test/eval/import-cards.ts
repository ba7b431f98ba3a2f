import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEmailAddress } from '../../shared/contacts/email-address.ts';
import { type Person, peopleIn } from './import-people.ts';
import { type Tally, tallyOf } from './import-tally.ts';

type Card = {
  n: [family: string, given: string, additional: string] | null;
  emails: string[];
  tels: string[];
  org: string | null;
  title: string | null;
};
type Facts = { files: Record<string, { cards: Card[] }> };

const fold = (text: string | undefined | null) => (text ?? '').toLowerCase();
const digits = (text: string) => text.replace(/;.*/, '').replace(/\D/g, '');
const isRight: Record<string, (card: Card, person: Person) => boolean> = {
  name: ({ n }, person) =>
    !n || (fold(n[0]) === fold(person.lastName) && fold(n[1]) === fold(person.firstName)),
  emails: ({ emails }, person) => {
    const got = new Set(person.emails.map(fold));
    return emails.filter(isEmailAddress).every((one) => got.has(fold(one)));
  },
  phones: ({ tels }, person) => {
    const got = person.phones.map(digits).join(' ');
    return tels.slice(0, 4).every((tel) => got.includes(digits(tel)));
  },
  company: ({ org }, person) => !org || fold(org) === fold(person.company),
  jobTitle: ({ title }, person) => !title || fold(title) === fold(person.jobTitle),
};

/** vCards of many programs, held to the facts that are known of them; of phones the first four, as many as the table has columns for. */
export async function cardTally(folder: string): Promise<Tally> {
  const text = await readFile(join(folder, 'vcards', 'expected.json'), 'utf8');
  const { files } = JSON.parse(text) as Facts;
  const judged = [];
  for (const [file, { cards }] of Object.entries(files)) {
    const people = await peopleIn(join(folder, 'vcards', file));
    for (const [i, card] of cards.entries()) {
      const person = people[i] ?? { emails: [], phones: [] };
      for (const [part, test] of Object.entries(isRight))
        judged.push({
          isRight: test(card, person),
          told: `${file} ${i + 1}, ${part}: ${JSON.stringify(card)} is ${JSON.stringify(person)}`,
        });
    }
  }
  return tallyOf('cards', judged);
}
