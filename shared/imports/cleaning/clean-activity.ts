import { plain } from '../../search/fold.ts';
import type { Cleaned } from './cleaned.ts';
import { customerOf } from './customer-of.ts';
import { instantOf } from './read-fields.ts';
import { readNumber } from './read-number.ts';
import { fault, lineOf, present, type Row, textOf } from './row.ts';

/** What a person may log, by words that other programs have for it. */
const kinds: readonly [RegExp, string][] = [
  [/call|anruf|telefon|appel|llamada|chiamata|chamada|samtal|opkald|rozmowa|звонок|电话|電話/, 'call'],
  [
    /meet|treffen|termin|besprech|reunion|riunione|reuniao|rdv|lunch|demo|visit|mote|mode|spotkanie|встреча|会议|会議|appointment/,
    'meeting',
  ],
  [/post|tweet|social/, 'social_post'],
];
const kindOf = (row: Row) => {
  const said = plain(row.said.get('kind') ?? '');
  return kinds.find(([pattern]) => pattern.test(said))?.[1] ?? 'note';
};
const directions: readonly [RegExp, string][] = [
  [/^(?:in|inbound|incoming|eingehend|entrant|entrante|received)/, 'inbound'],
  [/^(?:out|outbound|outgoing|ausgehend|sortant|saliente|uscente|sent|dialed)/, 'outbound'],
];
function directionOf(row: Row): string | undefined {
  const said = row.said.get('direction');
  return said && directions.find(([pattern]) => pattern.test(plain(said)))?.[1];
}

const outcomes: readonly [RegExp, string][] = [
  [
    /no.?answer|not reached|unanswered|missed|nicht erreicht|keine antwort|sans reponse|sin respuesta|nessuna risposta/,
    'no_answer',
  ],
  [/busy|besetzt|occupe|ocupado|occupato/, 'busy'],
  [/voice.?mail|left.*message|mailbox|anrufbeantworter|messagerie|buzon/, 'voicemail'],
  [/wrong.?number|falsche nummer|mauvais numero/, 'wrong_number'],
  [/fail|error|cancel|fehlgeschlagen|echec/, 'failed'],
  [/connected|answered|reached|complete|erreicht|success|interested|joint|contactado/, 'connected'],
];
const outcomeOf = (said: string | undefined) =>
  said && outcomes.find(([pattern]) => pattern.test(plain(said)))?.[1];

const mostDurationMs = 1000 * 86_400_000;
/** A duration in milliseconds: `1:30:00`, `90 min`, `45s`; a number alone is of minutes. */
function durationOf(row: Row): number | undefined {
  const said = row.said.get('duration');
  if (said === undefined) return undefined;
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(said);
  if (clock) return (Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  const unit = /h(?:ours?|rs?)?$|std\.?$/i.test(said)
    ? 3_600_000
    : /s(?:ec(?:onds?)?)?$|sek\.?$/i.test(said)
      ? 1000
      : 60_000;
  const number = readNumber(said.replace(/\s*\p{L}+\.?$/u, ''), row.context.country);
  if (number === undefined || number < 0 || number * unit > mostDurationMs)
    return fault(row, 'duration', 'duration_unreadable', `${said} is no duration.`);
  return Math.round(number * unit);
}

/** An activity's create body; what it is of is looked up. What is no call, meeting or post is a note. */
export async function cleanActivity(row: Row): Promise<Cleaned> {
  const kind = kindOf(row);
  const said = lineOf(row, 'outcome');
  const outcome = outcomeOf(said);
  const call = present<unknown>({ durationMs: durationOf(row), outcome });
  const hasCall = kind === 'call' && Object.keys(call).length > 0;
  const values = present<unknown>({
    kind,
    at: instantOf(row, 'at'),
    subject: lineOf(row, 'subject', 500),
    text: textOf(row, 'text', 6000),
    direction: directionOf(row),
    ...(hasCall && { call }),
    externalId: lineOf(row, 'externalId'),
  });
  return {
    values,
    besides: present({
      ...(await customerOf(row)),
      deal: lineOf(row, 'deal'),
      outcome: outcome ? undefined : said,
    }),
  };
}
