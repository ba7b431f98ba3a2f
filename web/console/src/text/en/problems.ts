/** What is said of a refusal, by the API's code; of others the API's own words are shown. */
export const problems = {
  network: 'There was no answer. Check your connection and try again.',
  version_mismatch: 'Somebody changed this in the meantime.',
  version_conflict: 'Somebody changed this in the meantime.',
  forbidden: 'You may not do this. Ask an administrator.',
  rate_limited: 'Too many requests. Wait a moment and try again.',
  internal: 'Something went wrong on our side. Try again; if it stays, quote {requestId}.',
  mail_already_leaving: 'The mail is leaving already: it can be taken back no more.',
};
