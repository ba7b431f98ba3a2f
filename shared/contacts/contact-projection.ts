import { dueEntry } from '../core/due.ts';
import { type Entry, type Item, nameOf, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { type Owned, scopedEntries, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { matchEntries } from '../duplicates/match-entries.ts';
import { tellingBorrowed, tellingIn } from '../duplicates/telling.ts';
import { purchasesOf, purchasesSk } from '../orders/purchases.ts';
import { listCounters, listEntries, numberKey, textKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { reportFieldBorrowed, reportFieldOf } from '../reports/custom-dimension.ts';
import { contactCells } from '../reports/lead-facts.ts';
import { riskSk } from '../risk/risk.ts';
import { riskEntries } from '../risk/risk-entries.ts';
import { outcomeSk, trainingEntries } from '../scoring/outcome.ts';
import { leadScoreOf, scoreShown, scoreSk } from '../scoring/score-item.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Contact } from './contact.ts';
import { contactTexts } from './contact-search.ts';
import { todayEntries } from './contact-today.ts';
import { touchDefinition, touchOf, touchSk } from './contact-touch.ts';

/** CALL-1: who has a phone number. The entry says no more than the id; what is in reach is the contacts' own to say. */
export const phonePk = (workspaceId: string, e164: string) => `${workspacePk(workspaceId)}#PHONE#${e164}`;
const phoneEntries = ({ workspaceId, id, phones }: Contact): Entry[] =>
  [...new Set(phones.map(({ number }) => number))].map((number) => ({
    pk: phonePk(workspaceId, number),
    sk: id,
    of: 'contact',
    id,
  }));

/** CONTACT-5: whose birthday it is, by month and day. */
export const birthdayPk = (workspaceId: string) => `${workspacePk(workspaceId)}#BIRTHDAY`;
const birthdayEntries = ({ birthday, ...owned }: Contact & Owned): Entry[] =>
  birthday
    ? scopedEntries(birthdayPk(owned.workspaceId), owned, {
        sk: `${birthday.slice(-5)}#${owned.id}`,
        of: 'contact',
        id: owned.id,
      })
    : [];

export const ordersOf = ({ firstName = '', lastName = '', score }: Contact) => ({
  name: textKey(`${lastName} ${firstName}`),
  score: numberKey(score),
});

/** When what is planned with them has happened; at once where an older reckoning said what last did. */
function touchDue({ workspaceId, id, createdAt }: Contact, touched: Item | undefined): Entry[] {
  const { nextAt, definition } = touchOf(touched);
  const at = definition < touchDefinition ? createdAt : nextAt;
  return at ? [dueEntry(at, 'contact_touch', workspaceId, 'contact', id)] : [];
}

/** When time alone makes their score another. */
function scoreDue({ workspaceId, id, erasedAt }: Contact, scored: Item | undefined): Entry[] {
  const { nextAt } = leadScoreOf(scored);
  return nextAt && !erasedAt ? [dueEntry(nextAt, 'score', workspaceId, 'contact', id)] : [];
}

const besides = [purchasesSk, touchSk, riskSk, scoreSk, outcomeSk];

export const contactProjection: Projection = trashable({
  definition: 15,
  beside: besides,
  lasting: besides,
  borrows(record) {
    const contact = Contact.parse(record);
    return [
      ...teamBorrowed(contact),
      ...tellingBorrowed('contact', contact),
      ...reportFieldBorrowed(contact),
    ];
  },
  project({ record, borrowed }) {
    const beside = (sk: string) => borrowed.get(nameOf({ pk: record.pk, sk }));
    const own = Contact.parse(record);
    const contact = { ...own, score: scoreShown(own, beside(scoreSk)) };
    const [team] = teamBorrowed(contact);
    const owned = { ...contact, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const [workspace] = reportFieldBorrowed(contact).map((key) => borrowed.get(nameOf(key)));
    const lists = {
      orders: ordersOf(contact),
      related: [{ kind: 'company', id: contact.companyId }],
      states: { lifecycle: { value: contact.lifecycle, order: contact.createdAt } },
    } as const;
    return {
      entries: [
        ...listEntries('contact', owned, lists),
        ...searchEntries(owned, contactTexts(contact)),
        ...phoneEntries(contact),
        ...birthdayEntries(owned),
        ...todayEntries(contact, beside),
        ...touchDue(contact, beside(touchSk)),
        ...riskEntries(contact, beside(purchasesSk), beside(riskSk)),
        ...scoreDue(contact, beside(scoreSk)),
        ...trainingEntries(contact, beside(outcomeSk)),
        ...matchEntries('contact', record, owned, tellingIn('contact', contact, borrowed)),
      ],
      counters: {
        ...listCounters('contact', owned),
        ...contactCells(contact, {
          ...{ ownerId: owned.ownerId, teamId: owned.teamId },
          purchases: purchasesOf(beside(purchasesSk)),
          answer: touchOf(beside(touchSk)).answer,
          reportField: reportFieldOf('contact', workspace),
        }),
      },
    };
  },
});
