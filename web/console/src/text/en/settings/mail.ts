export const mail = {
  advertising: 'Advertising',
  advertisingWhy:
    'Mails by templates that are marked as advertising. What people write themselves is neither counted nor held back.',
  needsConsent: 'Only to contacts who have agreed to it',
  needsConsentWhy:
    'On: only contacts with the consent “marketing” get it, which the law of many countries asks for. Off: everybody who has not refused it.',
  capOn: 'Limit how much a contact gets',
  capWhy: 'What would be too much is skipped, with the reason, and does not follow later.',
  most: 'Mails at most',
  days: 'Within days',
  capOf: '{most} in {days} days',
  capFault: 'From 1 to 20 mails in 1 to 31 days.',
  tracking: 'Opens and clicks',
  trackingWhy:
    'Mails then carry an invisible picture, and links that lead over the mail service, and the timeline shows when one was opened first. It is a hint: programs open mails, too. In many countries the reader has to agree to it.',
  tracks: {
    marketing: 'Opens and clicks in advertising',
    personal: 'Opens and clicks in mails that people write themselves',
  },
  neverLog: 'Never kept',
  neverLogWhy:
    'A mail from or to one of these is deleted as it comes, whichever way it comes: that of your lawyers, say, or of the company doctor. A domain holds for all below it, too. With your own domain, mail among colleagues stays out. What was logged before stays.',
  lines: 'Addresses and domains',
  example: 'ada@example.com or law.example',
  refused: 'Neither an e-mail address nor a domain: {lines}',
  tooMany: 'The list may have 500 addresses and domains.',
  saved: 'Saved. It holds for all mail within 30 seconds.',
};
