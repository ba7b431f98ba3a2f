import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Person, peopleIn } from './import-people.ts';
import { filesUnder } from './import-read.ts';
import { type Tally, tallyOf } from './import-tally.ts';

/** Kinds of number that no contact has here. */
const noPhone = /pager|car|video|assistant|homefax2|isdn|telex|radio/i;
type Card = Pick<Person, 'firstName' | 'lastName' | 'emails' | 'phones'>;

function cardOf(text: string): Card {
  const lines = text.split(/\r?\n/);
  const valuesOf = (name: string) =>
    lines.flatMap((line) => {
      const [, parameters = '', value = ''] = new RegExp(`^${name}((?:;[^:]*)?):(.*)$`).exec(line) ?? [];
      return value && !noPhone.test(parameters) ? [value] : [];
    });
  const [lastName, firstName] = valuesOf('N')[0]?.split(';') ?? [];
  return {
    firstName: firstName || undefined,
    lastName: lastName || undefined,
    emails: valuesOf('EMAIL'),
    phones: valuesOf('TEL'),
  };
}
const cardsOf = (text: string) => text.split('BEGIN:VCARD').slice(1).map(cardOf);

type Part = 'name' | 'emails' | 'phones';
const within = (wanted: readonly string[], got: readonly string[]) =>
  wanted.every((one) => got.includes(one));
const isRight: Record<Part, (wanted: Card, got: Person | undefined) => boolean> = {
  name: (wanted, got) => wanted.firstName === got?.firstName && wanted.lastName === got?.lastName,
  emails: (wanted, got) => within(wanted.emails, got?.emails ?? []),
  phones: (wanted, got) => within(wanted.phones, got?.phones ?? []),
};

/** Exports of programs, read, mapped and cleaned, held to the cards that another importer made of them. */
export async function exportTallies(folder: string): Promise<Tally[]> {
  const judged: { part: Part; isRight: boolean; told: string }[] = [];
  for (const { path, name } of await filesUnder(join(folder, 'real-exports'), '.expected.vcf')) {
    const wanted = cardsOf(await readFile(path, 'utf8'));
    const people = await peopleIn(path.replace(/\.expected\.vcf$/, '.csv'));
    for (const [i, card] of wanted.entries())
      for (const part of Object.keys(isRight) as Part[]) {
        const told = `${name} ${i + 1}, ${part}: ${JSON.stringify(card)} is ${JSON.stringify(people[i])}`;
        judged.push({ part, isRight: isRight[part](card, people[i]), told });
      }
  }
  const parts = Object.keys(isRight) as Part[];
  return parts.map((part) =>
    tallyOf(
      `exports, ${part}`,
      judged.filter((one) => one.part === part),
    ),
  );
}
