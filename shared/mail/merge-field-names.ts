/** What a template may name. All are words that people typed; none is ever run. */
export const mergeFields = [
  'contact.firstName',
  'contact.lastName',
  'contact.jobTitle',
  'contact.company',
  'contact.email',
  'deal.name',
  'deal.amount',
  'deal.stage',
  'form.name',
  'workspace.name',
  'owner.name',
  'sender.name',
  'rating.links',
] as const;
