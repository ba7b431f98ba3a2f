import { AppError, invalidField } from '../../../shared/core/errors.ts';
import { type Posted, postedOfJson } from '../../../shared/forms/posted.ts';
import { type ApiEvent, jsonBody, mediaType, rawBody } from '../../../shared/platform/request.ts';

const mostBytes = 64_000;
const mostParts = 300;
export const submissionTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
] as const;

function add(posted: Posted, name: string, value: string): void {
  const values = posted.get(name);
  if (values) values.push(value);
  else posted.set(name, [value]);
}

function postedOfUrlencoded(text: string): Posted {
  const posted: Posted = new Map();
  for (const [name, value] of new URLSearchParams(text)) add(posted, name, value);
  return posted;
}

const malformed = () =>
  new AppError('invalid', 'multipart_malformed', 'The body is not multipart/form-data.');

/** RFC 7578. An empty file input is nothing; a file is refused, so that nobody thinks that it has arrived. */
async function postedOfMultipart(raw: Buffer, contentType: string): Promise<Posted> {
  const { default: busboy } = await import('busboy'); // only some forms are sent so: not in the cold start
  const posted: Posted = new Map();
  return new Promise((resolve, reject) => {
    const refuse = () => reject(malformed());
    const reader = (() => {
      try {
        const limits = { fieldSize: mostBytes, parts: mostParts };
        return busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' });
      } catch {
        return undefined; // no boundary
      }
    })();
    if (!reader) return refuse();
    reader.on('field', (name, value) => add(posted, name, value));
    reader.on('file', (name, stream, { filename }) => {
      stream.on('error', refuse).resume();
      if (filename) reject(invalidField(`/${name}`, 'file_unsupported', 'This form takes no files.'));
    });
    reader.on('error', refuse).on('close', () => resolve(posted));
    reader.end(raw);
  });
}

/** Throws `body_too_large` (413), `media_type_unsupported` (415), or what says that the body is not of its type. */
export async function postedOf(event: ApiEvent): Promise<Posted> {
  const raw = rawBody(event);
  if (raw.length > mostBytes) {
    throw new AppError('too_large', 'body_too_large', `A submission has at most ${mostBytes} bytes.`);
  }
  const type = mediaType(event);
  if (type === 'application/x-www-form-urlencoded') return postedOfUrlencoded(raw.toString('utf8'));
  if (type === 'multipart/form-data') return postedOfMultipart(raw, event.headers['content-type'] ?? '');
  if (type !== 'application/json') {
    const detail = `Send the form as ${submissionTypes.join(', ')}.`;
    throw new AppError('unsupported', 'media_type_unsupported', detail);
  }
  return postedOfJson(jsonBody(event));
}
