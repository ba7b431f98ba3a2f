/**
 * Words of a header that make the column another thing than the rest of it says: `Assistant's Phone` is nobody's phone that
 * the record has, `Phone 1 - Label` no number. A header that is an alias as a whole is not asked.
 */
const ofSomebodyElse =
  'assistant, assistants, assistent, assistenten, assistente, manager, managers, vorgesetzter, vorgesetzten, spouse, partner name, ehepartner, partners name, children, child, kinder, enfants, hijos, emergency, referred, referrer, mother, father, conjoint, conyuge, coniuge, jefe, superieur, supervisor, reports to, recruiter, guarantor';
const ofTheSound =
  'yomi, phonetic, pronunciation, furigana, kana, phonetisch, フリガナ, ふりがな, カナ, かな, 拼音';
const aboutTheValue =
  'label, type, typ, tipo, formatted, photo, photos, picture, image, avatar, initials, initialen, maiden, madchenname, geburtsname, file as, speichern unter, sensitivity, vertraulichkeit, priority, prioritat, mileage, billing information, directory server, hobby, hobbies, schools, anniversary, gender, geschlecht, sexe, sexo, sesso, hash, optin, opt, opted, verified, verification, validation, valid, bounced, bounce, unsubscribed, quality, confidence, deliverability, display name type, status code, count of, number of, is a';
const otherMeans =
  'pager, telex, tty, tdd, isdn, callback, radio, car, autotelefon, beeper, voip, skype, icq, aim, msn, jabber, yahoo, im, im address, imaddress, instant, messenger, screen, twitter, facebook, instagram, youtube, xing, tiktok, github, whatsapp url, video, sip, custom, freebusy, free, pobox, po box, postfach, boite postale, apartado, casella postale, assistant';
const ofTheRecord =
  'last activity, last modified, modified, updated, updated at, last contacted, geandert, last visit, last seen, last login, last changed, notes last, next activity, last updated, recent, first page, page views, latitude, longitude, lat, lng, ip, password, deleted, archived, activities, done activities, last stage change';

const isFor = (list: string) => list.split(', ').map((words) => ` ${words.trim()} `);
const all = [ofSomebodyElse, ofTheSound, aboutTheValue, otherMeans, ofTheRecord].flatMap(isFor);

/** Whether a folded header is set aside. */
export const isSetAside = (header: string): boolean => {
  const whole = ` ${header} `;
  return all.some((words) => whole.includes(words)) || /[フふ][リり][ガが][ナな]/u.test(header);
};
