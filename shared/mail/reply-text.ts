import { readableHtml } from './reply-html.ts';

const mostRead = 200_000;

/** What a person wrote in a mail's text, without what they quote and without their signature. */
export async function replyTextOf(text: string, html: string): Promise<string> {
  const whole = text.trim() === '' && html !== '' ? await readableHtml(html.slice(0, mostRead * 5)) : text;
  const { default: Parser } = await import('email-reply-parser');
  return new Parser().parseReply(whole.slice(0, mostRead)).trim();
}
