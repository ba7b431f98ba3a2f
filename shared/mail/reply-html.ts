const mostElements = 20_000;

/** What is left of HTML that cannot be walked: its text without tags. */
const strippedHtml = (html: string) =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<br\b[^>]*>|<\/(?:p|div|tr|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** The text of an HTML mail, links and images left out. Hostile nesting falls back to stripping the tags. */
export async function readableHtml(html: string): Promise<string> {
  const { convert } = await import('html-to-text');
  try {
    return convert(html, {
      wordwrap: false,
      limits: { maxInputLength: 1_000_000, maxDepth: 60, maxChildNodes: mostElements },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        { selector: 'img', format: 'skip' },
        { selector: 'h1', options: { uppercase: false } },
        { selector: 'h2', options: { uppercase: false } },
        { selector: 'h3', options: { uppercase: false } },
        { selector: 'h4', options: { uppercase: false } },
        { selector: 'table', options: { uppercaseHeaderCells: false } },
        { selector: 'blockquote', options: { leadingLineBreaks: 2, trimEmptyLines: true } },
      ],
    });
  } catch {
    return strippedHtml(html);
  }
}
