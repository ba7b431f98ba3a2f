import { plain } from '../../search/fold.ts';

/** The languages in which a country is understood; the names are those of CLDR, which the runtime brings. */
const languages =
  'en de fr es it pt nl pl sv da nb fi ru uk cs sk sl hr hu ro bg el tr ar he hi ja ko zh zh-Hant vi id th lt lv et ca';
/** What people write besides, folded. */
const others: Record<string, string> = {
  US: 'usa, u s a, us, america, united states of america, the united states, estados unidos de america, vereinigte staaten von amerika, eeuu, ee uu, etats unis d amerique',
  GB: 'uk, u k, england, scotland, wales, northern ireland, great britain, britain, grossbritannien, angleterre, inglaterra, inghilterra, engeland, gran bretana, united kingdom of great britain and northern ireland',
  DE: 'brd, federal republic of germany, bundesrepublik deutschland, germany',
  NL: 'holland, the netherlands, hollande, olanda',
  CZ: 'czech republic, tschechische republik, republique tcheque, republica checa, ceska republika',
  KR: 'korea, republic of korea, south korea, korea south, korea republic of',
  KP: 'north korea, korea north',
  RU: 'russian federation, russische foderation',
  CN: 'prc, people s republic of china, peoples republic of china, mainland china, volksrepublik china',
  TW: 'taiwan roc, republic of china',
  VN: 'viet nam',
  CI: 'ivory coast, cote d ivoire, elfenbeinkuste',
  IR: 'iran islamic republic of, persia',
  SY: 'syrian arab republic',
  AE: 'uae, u a e, emirates, vae',
  BO: 'bolivia plurinational state of',
  VE: 'venezuela bolivarian republic of',
  TZ: 'tanzania united republic of',
  MD: 'moldova republic of, republic of moldova',
  MK: 'macedonia, north macedonia',
  LA: 'lao people s democratic republic',
  CD: 'democratic republic of the congo, dr congo, drc, congo the democratic republic of the, zaire',
  CG: 'republic of the congo, congo republic',
  MM: 'burma',
  SZ: 'swaziland',
  CV: 'cape verde',
  BN: 'brunei darussalam',
  HK: 'hong kong, hong kong sar',
  MO: 'macau, macao',
  CH: 'switzerland, schweizerische eidgenossenschaft',
  IE: 'republic of ireland, eire',
  TR: 'turkey',
  VA: 'vatican, holy see',
  PS: 'palestine, state of palestine',
  FM: 'micronesia federated states of',
};
/** Codes of vehicles and of ISO 3166-1 alpha-3 that people write for frequent countries. */
const threeLetters =
  'USA US,GBR GB,DEU DE,GER DE,FRA FR,ESP ES,ITA IT,PRT PT,NLD NL,BEL BE,AUT AT,CHE CH,POL PL,CZE CZ,SVK SK,SVN SI,HRV HR,HUN HU,ROU RO,BGR BG,GRC GR,TUR TR,SWE SE,NOR NO,DNK DK,FIN FI,ISL IS,IRL IE,LUX LU,EST EE,LVA LV,LTU LT,RUS RU,UKR UA,BLR BY,CAN CA,MEX MX,BRA BR,ARG AR,CHL CL,COL CO,PER PE,VEN VE,URY UY,AUS AU,NZL NZ,JPN JP,KOR KR,CHN CN,TWN TW,HKG HK,SGP SG,MYS MY,THA TH,VNM VN,IDN ID,PHL PH,IND IN,PAK PK,BGD BD,LKA LK,ZAF ZA,EGY EG,MAR MA,TUN TN,DZA DZ,NGA NG,KEN KE,ISR IL,SAU SA,ARE AE,QAT QA,KWT KW,IRN IR,IRQ IQ,JOR JO,LBN LB';

const fold = (text: string) =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Groups of countries and codes that are not assigned. */
const noCountry = new Set(['ZZ', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB']);

function codes(): string[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const all = letters.flatMap((a) => letters.map((b) => a + b));
  return all.filter((code) => !noCountry.has(code) && english.of(code) !== undefined && isCanonical(code));
}
/** `UK`, `DD` and others are understood, but the code is another one. */
const isCanonical = (code: string) =>
  new Intl.Locale(`und-${code}`).region === code && canonical(code) === code;
const canonical = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0]?.slice(-2) ?? code;

/** What is known without a language, the surest first. */
function written(known: readonly string[]): [string, string][] {
  const names = Object.entries(others).flatMap(([code, list]) =>
    list.split(', ').map((name) => [name, code]),
  );
  const codes = [
    ...known.map((code) => [code, code]),
    ...threeLetters.split(',').map((pair) => pair.split(' ')),
  ];
  return [...codes, ...names].map(([name = '', code = '']) => [name, code]);
}
function spoken(known: readonly string[], language: string): [string, string][] {
  const styles = ['long', 'short'] as const;
  return styles.flatMap((style) => {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
    return known.map((code): [string, string] => [display.of(code) ?? '', code]);
  });
}
function namesToCodes(): Map<string, string> {
  const known = codes();
  const all = [...written(known), ...languages.split(' ').flatMap((language) => spoken(known, language))];
  return new Map(
    all
      .map(([name, code]): [string, string] => [fold(name), code])
      .filter(([name]) => name)
      .toReversed(),
  );
}
let byName: ReadonlyMap<string, string> | undefined;

/** The names of countries by which `countryCode` knows them, folded. */
export function countryNames(): ReadonlyMap<string, string> {
  byName ??= namesToCodes();
  return byName;
}

/**
 * The code (ISO 3166-1 alpha-2) of a country as people write it: its code, a name in one of many languages, or one that is
 * used besides (`England`, `USA`). Undefined where it is none.
 */
export const countryCode = (written: string): string | undefined =>
  countryNames().get(fold(written)) ??
  countryNames().get(fold(written.replace(/\(.*\)/, '')).replace(/^the /, ''));
