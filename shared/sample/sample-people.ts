import { dayIn, marked, type SampleRecord, type SampleWorld } from './sample.ts';

const firms = [
  { name: 'Hartmann Joinery', industry: 'Construction', employees: 42, city: 'Hamburg', country: 'DE' },
  { name: 'Northwind Bakeries', industry: 'Food', employees: 180, city: 'Leeds', country: 'GB' },
  { name: 'Clínica Aurora', industry: 'Health', employees: 65, city: 'Valencia', country: 'ES' },
  { name: 'Blue Harbour Logistics', industry: 'Transport', employees: 310, city: 'Rotterdam', country: 'NL' },
  { name: 'Studio Marchetti', industry: 'Design', employees: 9, city: 'Milan', country: 'IT' },
] as const;

export const sampleCompanies = (world: SampleWorld): SampleRecord[] =>
  firms.map(({ city, country, ...firm }, n) => ({
    kind: 'company',
    key: `company-${n + 1}`,
    given: {
      ...marked(`company-${n + 1}`, world),
      ...firm,
      addresses: [{ city, country }],
      description: 'Made up, to look around with.',
    },
  }));

type Person = {
  name: [first: string, last: string];
  job: string;
  firm: number;
  lifecycle: 'lead' | 'qualified' | 'customer' | 'former';
  score: number;
  language: string;
  /** Days until their birthday. */
  birthdayIn?: number;
};
const people: readonly Person[] = [
  {
    name: ['Lena', 'Hartmann'],
    job: 'Managing director',
    firm: 1,
    lifecycle: 'customer',
    score: 82,
    language: 'de',
    birthdayIn: 2,
  },
  {
    name: ['Jonas', 'Brandt'],
    job: 'Head of purchasing',
    firm: 1,
    lifecycle: 'qualified',
    score: 61,
    language: 'de',
  },
  {
    name: ['Priya', 'Shah'],
    job: 'Operations manager',
    firm: 2,
    lifecycle: 'qualified',
    score: 74,
    language: 'en',
  },
  {
    name: ['Tom', 'Ellison'],
    job: 'Finance director',
    firm: 2,
    lifecycle: 'lead',
    score: 38,
    language: 'en',
  },
  { name: ['Grace', 'Okafor'], job: 'Shift lead', firm: 2, lifecycle: 'lead', score: 22, language: 'en' },
  {
    name: ['Carmen', 'Vidal'],
    job: 'Practice manager',
    firm: 3,
    lifecycle: 'qualified',
    score: 69,
    language: 'es',
    birthdayIn: 0,
  },
  { name: ['Mateo', 'Ferrer'], job: 'Physician', firm: 3, lifecycle: 'lead', score: 31, language: 'es' },
  {
    name: ['Sanne', 'de Wit'],
    job: 'Fleet manager',
    firm: 4,
    lifecycle: 'customer',
    score: 88,
    language: 'nl',
  },
  {
    name: ['Bram', 'Visser'],
    job: 'IT coordinator',
    firm: 4,
    lifecycle: 'qualified',
    score: 55,
    language: 'nl',
  },
  { name: ['Ewa', 'Nowak'], job: 'Controller', firm: 4, lifecycle: 'lead', score: 27, language: 'pl' },
  {
    name: ['Giulia', 'Marchetti'],
    job: 'Owner',
    firm: 5,
    lifecycle: 'qualified',
    score: 77,
    language: 'it',
    birthdayIn: 6,
  },
  { name: ['Luca', 'Rinaldi'], job: 'Designer', firm: 5, lifecycle: 'former', score: 12, language: 'it' },
];

/** Where they came from, in turn. */
const came: readonly { leadSource: string; campaign?: string }[] = [
  { leadSource: 'LinkedIn', campaign: 'Autumn webinar' },
  { leadSource: 'Recommendation' },
  { leadSource: 'Trade fair', campaign: 'Fair in May' },
  { leadSource: 'Google' },
];

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
/** `example.com` and what is below it is nobody's (RFC 2606, 3); the numbers are kept for drama (Ofcom). */
const addressOf = ({ name: [first, last], firm }: Person) =>
  `${plain(first)}.${plain(last)}@${plain(firms[firm - 1]?.name ?? '')}.example.com`;
const phoneOf = (n: number) => `+4420794601${String(n + 1).padStart(2, '0')}`;

/** `withAddresses`: they are nobody else's here. */
export const sampleContacts = (world: SampleWorld, withAddresses: boolean): SampleRecord[] =>
  people.map((person, n) => ({
    kind: 'contact',
    key: `contact-${n + 1}`,
    given: {
      ...marked(`contact-${n + 1}`, world),
      firstName: person.name[0],
      lastName: person.name[1],
      jobTitle: person.job,
      company: firms[person.firm - 1]?.name,
      companyId: world.idOf(`company-${person.firm}`),
      lifecycle: person.lifecycle,
      score: person.score,
      language: person.language,
      ...came[n % came.length],
      emails: withAddresses ? [{ address: addressOf(person), label: 'work' }] : [],
      phones: [{ number: phoneOf(n), type: 'work' }],
      ...(person.birthdayIn !== undefined && {
        birthday: `--${dayIn(world, person.birthdayIn).slice(5)}`,
      }),
    },
  }));
