import { headerOf, listOf, splitMail } from '../services/mime.ts';

export type Received = { messageId: string; at: Date; from: string; recipients: string[]; raw: Buffer };
type Action = {
  type: string;
  topicArn: string;
  bucketName: string;
  objectKeyPrefix: string;
  objectKey: string;
};

const verdicts = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
const statuses = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];

/** SES sends no more headers than fit into this. */
const maxHeaderBytes = 10 * 1024;

/** PASS, unless the message itself asks for another: `X-Local-Spam-Verdict: FAIL` (or Virus, Spf, Dkim, Dmarc) is for tests. */
function verdictsOf(mail: ReturnType<typeof splitMail>) {
  return Object.fromEntries(
    verdicts.map((name) => {
      const asked = headerOf(mail, `x-local-${name}-verdict`)?.toUpperCase() ?? '';
      return [`${name}Verdict`, { status: statuses.includes(asked) ? asked : 'PASS' }];
    }),
  );
}

function commonHeaders(mail: ReturnType<typeof splitMail>, from: string) {
  const list = (name: string) => {
    const value = headerOf(mail, name);
    return value === undefined ? {} : { [name === 'reply-to' ? 'replyTo' : name]: listOf(value) };
  };
  const one = (name: string, as = name) => {
    const value = headerOf(mail, name);
    return value === undefined ? {} : { [as]: value };
  };
  return {
    returnPath: from,
    ...list('from'),
    ...list('reply-to'),
    ...one('date'),
    ...list('to'),
    ...list('cc'),
    ...one('message-id', 'messageId'),
    ...one('subject'),
  };
}

/** The notification of a received mail (SES developer guide, "Contents of notifications for Amazon SES email receiving"), as JSON. */
export function notificationOf({ messageId, at, from, recipients, raw }: Received, action: Action): string {
  // Headers are latin1 here, so that none of the bytes of a broken one is lost; well-formed ones are ASCII.
  const mail = splitMail(raw.subarray(0, 256 * 1024).toString('latin1'));
  const headers = mail.headers.map(({ name, value }) => ({ name, value }));
  let size = 0;
  const fitting = headers.filter(({ name, value }) => {
    size += name.length + value.length;
    return size <= maxHeaderBytes;
  });
  return JSON.stringify({
    notificationType: 'Received',
    mail: {
      timestamp: at.toISOString(),
      source: from,
      messageId,
      destination: recipients,
      headersTruncated: fitting.length < headers.length,
      headers: fitting,
      commonHeaders: commonHeaders(mail, from),
    },
    receipt: {
      timestamp: at.toISOString(),
      processingTimeMillis: 1,
      recipients,
      ...verdictsOf(mail),
      action,
    },
  });
}
