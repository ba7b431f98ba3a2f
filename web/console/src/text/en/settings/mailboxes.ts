export const mailboxes = {
  title: 'Mailboxes',
  add: 'New mailbox',
  make: 'Make the mailbox',
  none: 'No mailbox yet',
  noneWhy:
    'Name the addresses that customers write to: each mail is logged with its contact, and who is new is a lead.',
  address: 'Address',
  addressWhy: 'At the domain whose mail comes in here. It cannot be changed later.',
  name: 'Name',
  saved: 'Mail to {address} is taken in.',
  danger: 'Delete',
  deleteWhy: 'Mail to the address is skipped from then on, with the reason. What was logged stays.',
  deleteTitle: 'Delete the mailbox {address}?',
  deleteMore: 'Mail that comes after is listed as skipped.',
  sending: {
    title: 'The domain that mail goes out from',
    verdicts: {
      pass: 'Mail from {from} passes DMARC: other mail servers can see that it is yours.',
      fail: 'Mail from {from} does not pass DMARC: it may end among spam, or be refused. Put this right before you send.',
      unknown: 'Whether mail from {from} passes DMARC cannot be said now: nobody answered.',
    },
    checks: { verification: 'Verified', dkim: 'DKIM', spf: 'SPF', dmarc: 'DMARC' },
    statuses: { pass: 'In order', fail: 'Not so', unknown: 'Unknown' },
    codes: {
      verified: 'The mail service knows that the domain is yours.',
      signed: 'Every mail is signed with your domain.',
      aligned: 'Bounces come back to your domain, and it lets the mail service send.',
      enforced: 'Other mail servers are asked to set apart or refuse what does not pass.',
      monitored:
        'There is a policy, which asks for nothing yet. Once all of your mail passes, ask for quarantine, later for reject.',
      unanswered: 'Nobody answered. Look again later.',
      identity_missing:
        'The mail service does not know the domain. Whoever runs Rapport has to deploy it with this sender.',
      identity_unverified: 'Add the records below where your DNS is kept; it takes up to some hours.',
      dkim_off: 'Signing is turned off at the mail service.',
      dkim_records_missing: 'These records are missing. Add them where your DNS is kept.',
      dkim_pending:
        'Add these records where they are missing; the mail service looks for them for three days.',
      return_path_shared:
        'Bounces come back to the mail service’s own domain. That is enough while DKIM passes; a domain of your own for them makes it sure.',
      return_path_pending: 'Add these records; the mail service looks for them for three days.',
      spf_missing: 'There is no SPF record. Add this one.',
      spf_many: 'There is more than one SPF record, which counts as none. Keep this one.',
      spf_invalid: 'The SPF record cannot be read. Put this one in its place.',
      spf_refuses_ses: 'The SPF record does not let the mail service send. Put this one in its place.',
      spf_misaligned:
        'Your DMARC record asks that bounces come back to the very same domain. Say aspf=r in it.',
      dmarc_missing: 'There is no DMARC record. Add this one: large mail providers ask for it.',
      dmarc_many: 'There is more than one DMARC record, which counts as none. Keep one of them.',
      dmarc_invalid: 'The DMARC record says no policy that there is. Put this one in its place.',
    },
  },
};
