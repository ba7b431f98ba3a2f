/** Where what a mail quotes begins: rules in many languages, each linear in the length of the text. */

/** `From:` as mail programs write it over what they quote, and the fields that stand below it. */
const author =
  /^[\s>*_]*(?:from|von|de|da|van|fra|från|od|от|от кого|lähettäjä|feladó|kimden|gönderen|від|expéditeur|remitente|mittente|afzender|发件人|寄件者|差出人|보낸 ?사람|από|מאת|من)\s*\*?\s*[:：]/iu;
const field =
  /^[\s>*_]*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|envoyé le|à|objet|enviado|enviado el|enviada em|fecha|para|asunto|assunto|data|inviato|a|oggetto|verzonden|aan|onderwerp|sendt|til|emne|skickat|till|ämne|wysłano|do|temat|отправлено|дата|кому|тема|lähetetty|päivämäärä|vastaanottaja|aihe|elküldve|címzett|tárgy|gönderildi|tarih|kime|kime|konu|odesláno|komu|předmět|trimis|către|subiect|надіслано|发送时间|日期|收件人|主题|寄件日期|收件者|主旨|送信日時|宛先|件名|날짜|받는 ?사람|제목)\s*\*?\s*[:：]/iu;
/** A line of dashes, underscores or the like, with or without words in it: `-----Original Message-----`, `____`. */
const ruleLine = /^[\s>]*(?:[-_=—–*]{5,}|[-_=—–]{2,}[^-_=—–\n]{4,60}[-_=—–]{2,})\s*$/u;
/** What people's programs call what they quote, between dashes. */
const originalMessage =
  /original|ursprüngliche|origine|oorspronkelijk|oprindelig|ursprungligt|opprinnelig|исходное|пересылаемое|wiadomość|alkuperäinen|eredeti|původní|forwarded|weitergeleitet|transféré|reenviado|inoltrato|原始|原件|元の|転送|원본/iu;
/** The verbs that end a lead-in: "On Monday, Ada wrote:". */
const wrote =
  /(?:wrote|writes|schrieb|geschrieben|écrit|a écrit|escribió|escribió|ha scritto|scritto|escreveu|schreef|geschreven|skrev|skreiv|napisał\(?a?\)?|pisze|kirjoitti|написал[аи]?\(?а?\)?|пишет|пише|написав|napsala?|napísala?|írta|yazdı|şunu yazdı|έγραψε|a scris|napisao|napisala|je napisal|写道|寫道|のメッセージ|さんが書きました|작성|님이 작성|כתב|كتب)\s*[:：]\s*$/iu;

const isQuoted = (line: string | undefined) => /^\s*>/.test(line ?? '');
const isBlank = (line: string | undefined) => (line ?? '').trim() === '';
const mostLeadIn = 400;
const leadInLines = 3;

/** A block of mail header fields: an author, and at least two more fields within the next five lines. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (!author.test(lines[at] ?? '')) return false;
  return lines.slice(at + 1, at + 7).filter((line) => field.test(line)).length >= 2;
}

const ends = /[:：]\s*$/;
/** The end of an address whose `>` a narrow program put on a line of its own is no quote. */
const isLooseEnd = (line: string) => /^\s*>\s*[:：]\s*$/.test(line);
const canGoOn = (line: string | undefined): line is string =>
  line !== undefined && !isBlank(line) && (!isQuoted(line) || isLooseEnd(line));
/** A lead-in names a person by address, or says in some language that they wrote. */
const isLeadIn = (text: string) => text.length <= mostLeadIn && (wrote.test(text) || /[@<]/.test(text));

/**
 * Whether the lines from here tell who wrote what follows, and when: how many they are, 0 where they do not. A lead-in
 * begins with a date, or an address, and ends with a colon, at most three lines on.
 */
function leadInAt(lines: string[], at: number): number {
  if (!/[\d@]/.test(lines[at] ?? '')) return 0;
  for (let count = 1; count <= leadInLines; count++) {
    const last = lines[at + count - 1];
    if (!canGoOn(last)) return 0;
    if (ends.test(last)) return isLeadIn(lines.slice(at, at + count).join(' ')) ? count : 0;
  }
  return 0;
}

const firstText = (lines: string[], at: number) => {
  for (let i = at; i < lines.length; i++) if (!isBlank(lines[i])) return i;
  return -1;
};

/** Whether everything from this line on is somebody else's earlier mail. */
function beginsHistory(lines: string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isHeaderBlock(lines, at)) return true;
  if (ruleLine.test(line)) {
    const next = firstText(lines, at + 1);
    return (
      originalMessage.test(line) || /^\s*_{20,}\s*$/.test(line) || (next >= 0 && isHeaderBlock(lines, next))
    );
  }
  const count = leadInAt(lines, at);
  if (count === 0 || !wrote.test(lines.slice(at, at + count).join(' '))) return false;
  const next = firstText(lines, at + count);
  return next >= 0 && !isQuoted(lines[next]); // quoted lines may be answered in between: they go one by one
}

/** Without the earlier mail that the text ends with; a text that begins with one is left whole. */
export function withoutHistory(lines: string[]): string[] {
  let hasText = false;
  for (const [at, line] of lines.entries()) {
    if (hasText && beginsHistory(lines, at)) return lines.slice(0, at);
    hasText ||= !isBlank(line) && !isQuoted(line);
  }
  return lines;
}

/** Where a program broke a long quoted line and did not quote its second half. */
function isBrokenOff(lines: string[], at: number): boolean {
  const [before = '', line = '', after] = [lines[at - 1], lines[at], lines[at + 1]];
  return isQuoted(before) && before.length >= 60 && /^\s*\p{Ll}/u.test(line) && isQuoted(after);
}

/** Without quoted lines, their broken halves, and the lead-ins above them. */
export function withoutQuotes(lines: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const count = leadInAt(lines, at);
    const next = count > 0 ? firstText(lines, at + count) : -1;
    if (next >= 0 && isQuoted(lines[next])) at += count - 1;
    else if (!isQuoted(lines[at]) && !isBrokenOff(lines, at)) kept.push(lines[at] ?? '');
  }
  return kept;
}

/** `-- ` (RFC 3676, 4.3): what stands below it is a signature. */
export function withoutSignature(lines: string[]): string[] {
  const from = lines.findIndex((line, at) => at > 0 && /^\s*--\s*$/.test(line));
  return from > 0 ? lines.slice(0, from) : lines;
}
