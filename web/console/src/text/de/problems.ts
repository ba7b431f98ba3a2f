import type { en } from '../en.ts';

export const problems: (typeof en)['problems'] = {
  network: 'Es kam keine Antwort. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  version_mismatch: 'Das hat inzwischen jemand geändert.',
  version_conflict: 'Das hat inzwischen jemand geändert.',
  forbidden: 'Das dürfen Sie nicht. Fragen Sie einen Administrator.',
  rate_limited: 'Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es noch einmal.',
  internal:
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie {requestId}.',
  mail_already_leaving: 'Die E-Mail geht schon ab: Sie kann nicht mehr zurückgenommen werden.',
};
