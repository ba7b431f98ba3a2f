import { readableHtml } from './reply-html.ts';
import { withoutHistory, withoutQuotes, withoutSignature } from './reply-quotes.ts';

const mostRead = 200_000;
const linesOf = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .split('\n');

/** "Sent from my desk, which is easier": a sentence, and not what a telephone adds. */
const isSentence = (line: string) => /^Sent from\b.*,\s+\p{Ll}/u.test(line);
const mark = '\u2060'; // word joiner: keeps the library's rules for line beginnings off a line
const spare = (lines: string[]) => lines.map((line) => (isSentence(line) ? mark + line : line));

/**
 * The library's patterns go back and forth over a text: what they could spend minutes on is left to our own rules,
 * which are linear.
 */
function isTame(lines: string[]): boolean {
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const starts = lines.filter((line) => /^\s*(?:op\s|w dniu|dnia|[a-z]{3,4}\.\s|在)/i.test(line)).length;
  return length <= 10_000 && starts <= 20 && lines.every((line) => line.length <= 1000);
}

async function parsed(lines: string[]): Promise<string> {
  if (!isTame(lines)) return lines.join('\n');
  const { default: Parser } = await import('email-reply-parser');
  return new Parser().parseReply(spare(lines).join('\n')).replaceAll(mark, '');
}

/**
 * What a person wrote in a mail, without what they quote and without their signature: email-reply-parser's rules after our
 * own. `''` where nothing is left of it, a forwarded mail for example.
 */
export async function replyTextOf(text: string, html: string): Promise<string> {
  const whole = text.trim() === '' && html !== '' ? await readableHtml(html.slice(0, mostRead * 2)) : text;
  const own = withoutQuotes(withoutHistory(linesOf(whole.slice(0, mostRead))));
  const reply = await parsed(own);
  return withoutSignature(linesOf(reply)).join('\n').trim();
}
