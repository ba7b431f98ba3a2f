/** What a mail to a user says, and which contacts and deals it names. */
export type Written = { subject: string; text: string; names: string[] };
