type Raw = { raw: string };

/** Markup that is put in as it is. */
export const raw = (markup: string): Raw => ({ raw: markup });

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** A template tag that escapes what is put in. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Raw)[]): string {
  return parts
    .map((part, index) => {
      const value = values[index];
      if (value === undefined) return part;
      return part + (typeof value === 'object' ? value.raw : escapeHtml(String(value)));
    })
    .join('');
}
