/** What contacts do of themselves, or with us: what scores go by. */
export const behaviours = [
  'mail_opened',
  'mail_clicked',
  'mail_answered',
  'form_submitted',
  'page_viewed',
  'called',
  'met',
  'posted',
  'rated_well',
] as const;
