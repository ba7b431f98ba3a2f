/** The languages that Rapport writes to its users in. */
export type MailLanguage = 'en' | 'de';
/** By a preference (BCP 47); English where it names another. */
export const languageOf = (preferred: string | undefined): MailLanguage =>
  /^de(-|$)/i.test(preferred ?? '') ? 'de' : 'en';
