/** Bits that an agreement is worth where it has probability `m` among records of one person and `u` among those of two. */
const bits = (m: number, u: number): number => Math.log2(m / u);

/**
 * The weights of Fellegi and Sunter ("A Theory for Record Linkage", JASA 1969): log2(m / u) for each field and level of
 * agreement. They are the same for every workspace, so that a comparison costs no read, and are estimated from no set of records.
 *
 * `u`, how often two people agree by chance, follows from populations. Given names: the sum of squared shares is below
 * 1 % (birth statistics of the US, SSA). Surnames: some 0.1 %, and the most frequent one, Smith, has 0.8 % (US census of 2010). Birthdays:
 * one in 365 for the day, one in some 70 for the year. Postcodes and places hold some tenths of a per cent to some per cent of the customers.
 *
 * `m`, how often records of one person agree, is judged by hand from how data is typed: some per cent of words have a fault, and
 * four in five of those are one letter put in, left out, replaced or transposed with its neighbour (Damerau, "A Technique for Computer
 * Detection and Correction of Spelling Errors", CACM 1964). About a tenth of people moves in a year.
 */
export const weights = {
  /** Odds before anything is compared that two records are one: one in 2^17, for lists of some ten thousand with a few per cent of repetitions. */
  prior: -17,
  firstName: {
    same: bits(0.78, 0.006),
    formal: bits(0.03, 0.002),
    typo: bits(0.08, 0.003),
    part: bits(0.02, 0.001),
    sound: bits(0.01, 0.0015),
    initial: bits(0.9, 0.08), // of those that are one letter
    letters: bits(0.02, 0.003),
    alike: bits(0.02, 0.02),
    different: bits(0.05, 0.97),
  },
  lastName: {
    same: bits(0.85, 0.001),
    frequent: bits(0.85, 0.01),
    typo: bits(0.07, 0.0015),
    part: bits(0.02, 0.0005),
    sound: bits(0.01, 0.001),
    initial: bits(0.9, 0.08),
    letters: bits(0.02, 0.003),
    alike: bits(0.02, 0.015),
    different: bits(0.05, 0.99), // marriages among them
  },
  /** Given and family name are in each other's place. */
  swapped: bits(0.03, 0.97),
  birthday: {
    same: bits(0.85, 1 / 25_550),
    sameDay: bits(0.9, 1 / 365), // where a year is not known
    firstOfYear: bits(0.85, 1 / 700), // what is put where only the year is known
    swapped: bits(0.01, 1 / 25_550),
    digit: bits(0.05, 30 / 25_550),
    twoParts: bits(0.03, 0.004),
    near: bits(0.02, 0.007), // within three months
    sameYear: bits(0.02, 0.013),
    different: bits(0.04, 0.97),
  },
  email: {
    same: bits(0.5, 0.00001),
    shared: bits(0.5, 0.01),
    close: bits(0.05, 0.0004),
    local: bits(0.05, 0.002), // the same name at another domain
    colleague: 0, // the same domain of a company
    different: bits(0.3, 0.97),
  },
  phone: { same: bits(0.5, 0.0001), close: bits(0.05, 0.0005), different: bits(0.5, 0.98) },
  company: {
    same: bits(0.7, 0.01), // colleagues
    close: bits(0.1, 0.01),
    different: bits(0.2, 0.98),
  },
  companyName: {
    same: bits(0.8, 0.0003),
    close: bits(0.1, 0.001),
    part: bits(0.08, 0.003),
    different: bits(0.03, 0.99),
  },
  domain: { same: bits(0.8, 0.00005), different: bits(0.2, 0.99) },
  address: {
    street: { same: bits(0.8, 0.0025), close: bits(0.1, 0.005), part: 0, different: bits(0.1, 0.95) },
    number: { same: bits(0.85, 0.04), close: 0, different: bits(0.1, 0.6) },
    postalCode: { same: bits(0.85, 0.009), close: bits(0.08, 0.012), different: bits(0.1, 0.6) },
    city: { same: bits(0.85, 0.04), close: bits(0.1, 0.0125), different: bits(0.1, 0.6) },
    region: { same: bits(0.9, 0.3), different: bits(0.1, 0.4) },
    country: { same: bits(0.97, 0.6), different: bits(0.03, 0.4) },
    /** The parts of an address depend on each other: together they are worth no more, and a move costs no more. */
    most: 20,
    least: bits(0.06, 1),
  },
  /** The most that address, phone and employer tell of people of different names: a household and an office share them. */
  circle: 8,
  custom: { same: bits(0.85, 0.0001), close: bits(0.08, 0.0005), different: bits(0.08, 1) },
};
export type Weights = typeof weights;

/** Surnames that more than one in two hundred has somewhere (census lists of the US, UK, Germany, Spain, China, Korea, Vietnam, India). */
const frequent = new Set(
  `ali anderson becker brown chen davies davis fernandez fischer garcia gonzalez hernandez hoffmann huang hussain johnson jones
   khan kim kumar le lee li lin liu lopez martin martinez meyer miller muller nguyen novak park patel perez pham rodriguez
   sanchez schafer schmidt schneider schulz sharma singh smith taylor thomas thompson tran wagner wang weber white williams
   wilson wu yang zhang zhao zhou`.split(/\s+/),
);
/** Whether a folded surname is one that chance makes agree. */
export const isFrequent = (name: string): boolean => frequent.has(name);
