/** Why a mail is not sent, the gravest first: where several hold, the first is said. */
export const refusals = [
  'person_erased',
  'complained',
  'bounced',
  'unsubscribed',
  'manual',
  'no_consent',
  'open_ticket',
  'bad_rating',
  'frequency_cap',
] as const;
