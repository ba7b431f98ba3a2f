/** What DNS has under a name: nothing, where it says so; `unanswered` where nobody said anything. */
export type DnsAnswer = readonly string[] | 'unanswered';
export type DnsAnswers = ReadonlyMap<string, DnsAnswer>;
