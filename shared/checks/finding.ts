import type { CheckName } from './checks.ts';

/** What a check found of a record. */
export type Finding = {
  check: CheckName;
  /** The fields that it is about: `emails`, `custom.tariff`. */
  fields: string[];
  /** What would mend it, as a PATCH of the record takes it, where one thing would. */
  repair?: Record<string, unknown>;
};
/** What is known around a record besides itself. */
export type Around = {
  /** ISO 8601 UTC. */
  now: string;
  /** The keys of custom fields that are required. */
  required: readonly string[];
  /** When something last happened with a contact. */
  lastActivityAt?: string | undefined;
  /** The fields that a deal's stage asks for. */
  stageAsks?: readonly string[];
};
/** What is found, and the next moment (ISO 8601 UTC) at which time alone would find something else. */
export type Found = { findings: Finding[]; turnsAt?: string | undefined };
