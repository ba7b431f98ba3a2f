import { plain } from '../../search/fold.ts';

/** Which of several the value is: of a person's phones, addresses and e-mail addresses. */
export type Place = 'work' | 'company' | 'home' | 'other' | 'main' | 'billing' | 'shipping';

/** Words for a place; folded below as headers are. */
const words: Record<Place, string> = {
  work: 'business, work, office, geschaftlich, geschaftliche, dienstlich, dienstliche, buro, arbeit, beruflich, bureau, professionnel, professionnelle, pro, travail, trabajo, trabalho, oficina, profesional, laboral, lavoro, ufficio, aziendale, empresarial, comercial, profissional, werk, zakelijk, zakelijke, kantoor, praca, sluzbowy, sluzbowe, sluzbowa, arbete, arbejde, jobb, kontor, arbeid, рабочий, рабочая, служебный, раб, uff, prace, praci, zamestnani, is, hivatali, munkahelyi, tyo, 근무지, 근무처, 직장, op werk, 工作, 商务, 办公, 商務, 勤務先, 仕事',
  company:
    'company, corporate, organization, organisation, employer, account, firma, firmen, entreprise, societe, empresa, azienda, bedrijf, 公司, 单位, 会社',
  home: 'home, private, privat, private, personal, domicile, prive, privee, personnel, personnelle, casa, domicilio, particular, residencial, residencia, abitazione, privato, prive, thuis, domowy, domowe, domowa, prywatny, hem, hjem, bostad, privatadresse, домашний, домашняя, личный, дом, ab, domu, domaci, bydliste, ev, otthoni, lakas, koti, 집, 자택, huis, casa, 家庭, 住宅, 住家, 自宅, 个人, 個人, personale, pessoal',
  other:
    'other, another, andere, anderer, weitere, weiteres, weiterer, autre, otro, otra, altro, altra, outro, outra, overig, andere, inny, inne, annan, anden, andre, другой, 其他, その他, secondary, alternative, alternate, secondaire, secundario, secundaria, secondario, secondaria, sekundar, sekundare, additional, zusatzliche, tweede, alternativ, alt, drugi',
  main: 'main, primary, default, preferred, principal, principale, principali, mailing, haupt, primar, primare, primaer, hauptsachlich, hoofd, primaire, glowny, glowna, huvud, primar, hoved, основной, 主要, 主, メイン, standard, n',
  billing:
    'billing, invoice, bill to, rechnung, rechnungs, facturation, facturacion, fatturazione, faturamento, facturatie, factuur, rozliczeniowy, faktura, fakturering, платежный, 账单, 請求',
  shipping:
    'shipping, delivery, ship to, liefer, lieferung, livraison, envio, entrega, consegna, spedizione, bezorging, verzending, afleveradres, dostawy, leverans, levering, доставки, 收货, 配送, 送货',
};
/** What says nothing of its own. */
const fillers =
  'de, del, della, di, do, da, du, des, la, le, el, of, the, for, fur, der, die, das, a, al, il, lo, en, van, voor, na, på, til, et, og, op, und, and, y, e, field, feld, value, wert, valeur, valor, info, details, no, nr, utc, optional, required, current, your, ihre, votre, su, customer';
/** Beginnings of words that German, Dutch and their neighbours write as one with the thing. */
const beginnings: Record<string, Place> = {
  firmen: 'company',
  bedrijfs: 'company',
  foretags: 'company',
  geschafts: 'work',
  dienst: 'work',
  buro: 'work',
  arbeits: 'work',
  arbets: 'work',
  arbejds: 'work',
  werk: 'work',
  privat: 'home',
  prive: 'home',
  thuis: 'home',
  hem: 'home',
  hjemme: 'home',
  huis: 'home',
  koti: 'home',
  tyopaikan: 'work',
  tyo: 'work',
  haupt: 'main',
  kunden: 'main',
  kontakt: 'main',
  rechnungs: 'billing',
  factuur: 'billing',
  faktura: 'billing',
  liefer: 'shipping',
  lever: 'shipping',
};
const split = (text: string) => text.split(', ').map(plain);

export const placeOfWord: ReadonlyMap<string, Place> = new Map(
  Object.entries(words).flatMap(([place, list]) =>
    split(list).map((word) => [word, place as Place] as const),
  ),
);
export const fillerWords: ReadonlySet<string> = new Set(split(fillers));

/** Words of a place that stand before the thing without a space. */
export const gluedPlaces: readonly [string, Place][] = [
  ...[...placeOfWord].filter(([word]) => /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(word)),
  ...Object.entries(beginnings),
];

/** Words for an address, alone or behind a place in one word (`werkadres`), that say nothing beside a part of one. */
const addressWord =
  /(?:adres(?:se?|s)?|address|adresi|direccion|endereco|indirizzo|cim|osoite|адрес|地址|住所|주소)$/;
const gluedPlace = new Map(gluedPlaces);

export const isAddressWord = (word: string): boolean => addressWord.test(word);
/** The place that a word of a header names: alone, or before an address in one word. */
export const placeNamedBy = (word: string): Place | undefined =>
  placeOfWord.get(word) ?? gluedPlace.get(word.replace(addressWord, ''));
