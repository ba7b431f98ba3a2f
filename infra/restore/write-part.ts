import * as z from 'zod';
import { contactRecord } from '../../shared/contacts/contact.ts';
import type { Context } from '../../shared/core/actor.ts';
import { canonical } from '../../shared/core/canonical.ts';
import { AppError } from '../../shared/core/errors.ts';
import type { RecordBase } from '../../shared/core/record.ts';
import { clockWrite } from '../../shared/deals/clock-store.ts';
import { clockOf, DealClock } from '../../shared/deals/idle.ts';
import { archiveParts, type PartName, type RecordPart } from '../../shared/exports/workspace-parts.ts';
import { Field } from '../../shared/fields/field.ts';
import { readCatalogue, saveField } from '../../shared/fields/field-store.ts';
import { Form } from '../../shared/forms/form.ts';
import { holdFormKey } from '../../shared/forms/form-store.ts';
import { type Suppressed, suppressionReasons } from '../../shared/mail/suppression.ts';
import { suppress } from '../../shared/mail/suppression-store.ts';
import { commit, type Write } from '../../shared/platform/commit.ts';
import { recordStore } from '../../shared/platform/record-store.ts';
import { keyedHash } from '../../shared/privacy/address-hash-store.ts';
import { RuleVersion } from '../../shared/rules/rule.ts';
import { liveWrite, readLive, versionWrite } from '../../shared/rules/rule-store.ts';
import { scoringRulesId } from '../../shared/scoring/scoring-rules.ts';

const isThere = (error: unknown) => error instanceof AppError && error.code === 'version_conflict';

/** What was written by an earlier run stays, as it is or as it was changed since; anything else is not the archive's. */
async function assertOurs(part: RecordPart, record: RecordBase): Promise<void> {
  const { workspaceId, id, version } = record;
  const there = await recordStore(archiveParts[part]).find(workspaceId, id);
  if (there && (there.version > version || canonical(there) === canonical(record))) return;
  throw new Error(`${id} of ${part} is there already, and is another.`);
}

/** The record itself, with its unique values, and the change that it was made. */
async function writeRecord(part: RecordPart, record: RecordBase, by: Context): Promise<void> {
  const of = archiveParts[part];
  const change = { of, before: undefined, after: record, events: [] };
  try {
    if (part !== 'fields') return await recordStore(of).save(change, by);
    const field = Field.parse(record);
    await saveField(change as never, await readCatalogue(field.workspaceId, field.of), by);
  } catch (error) {
    if (!isThere(error)) throw error;
    await assertOurs(part, record);
  }
}

/** What is there stays: an earlier run has written it, and it may have been changed since. */
async function writeOnce(write: Write): Promise<void> {
  const there = new Error('It is there.');
  try {
    await commit([{ ...write, refused: () => there }]);
  } catch (error) {
    if (error !== there) throw error;
  }
}

const Clock = DealClock.extend({ id: z.string() });
/** What touched a deal; one that something has touched here stays. */
async function writeClock(line: unknown, workspaceId: string): Promise<void> {
  const { id, ...clock } = Clock.parse(line);
  await writeOnce(clockWrite({ workspaceId, id }, clockOf(undefined), clock));
}

const writeVersion = (line: unknown, workspaceId: string): Promise<void> =>
  writeOnce(versionWrite(RuleVersion.parse({ ...(line as object), workspaceId })));

const Preset = z.object({ id: z.string() });
/** That a ready-made rule was made, so that none comes again beside the archive's. */
async function writePreset(line: unknown, workspaceId: string): Promise<void> {
  const { id } = Preset.parse(line);
  const before = await readLive(workspaceId);
  if (before.made.includes(id)) return;
  const after = { ...before, version: before.version + 1, made: [...before.made, id] };
  await commit([liveWrite(workspaceId, before, after)]);
}

const Unwanted = z.object({
  id: z.string(),
  ...Object.fromEntries(suppressionReasons.map((reason) => [reason, z.iso.datetime().optional()])),
});
/** An address that gets no marketing mail, under its hash in this workspace. */
async function writeSuppression(line: unknown, workspaceId: string): Promise<void> {
  const { id, ...said } = Unwanted.parse(line) as { id: string } & Suppressed;
  const hash = await keyedHash(workspaceId, id);
  const contact = await recordStore(contactRecord).findByUnique(workspaceId, { name: 'email', value: id });
  for (const reason of suppressionReasons)
    if (said[reason]) await suppress(workspaceId, hash, reason, said[reason], { contactId: contact?.id });
}

/** A form's public key leads to one form of the deployment: beside the workspace that the archive is of it stays that one's. */
async function noteOf(part: RecordPart, record: RecordBase): Promise<string | undefined> {
  if (part !== 'forms') return undefined;
  const form = Form.parse(record);
  if (await holdFormKey(form)) return undefined;
  return `The form ${form.id} cannot be posted to: its key is another form's. Make it anew.`;
}

/** What a workspace has one of has an id that follows from its own. */
const idsOfTheOne: Partial<Record<PartName, (workspaceId: string) => string>> = {
  workspace: (workspaceId) => workspaceId,
  scoring: scoringRulesId,
};

/** Writes a line of an archive into a workspace; what is to be told of it. May be repeated. */
export async function writeLine(part: PartName, line: unknown, by: Context): Promise<string | undefined> {
  const { workspaceId } = by.actor;
  if (part === 'clocks') return void (await writeClock(line, workspaceId));
  if (part === 'ruleVersions') return void (await writeVersion(line, workspaceId));
  if (part === 'presets') return void (await writePreset(line, workspaceId));
  if (part === 'suppressions') return void (await writeSuppression(line, workspaceId));
  const id = idsOfTheOne[part]?.(workspaceId);
  const record = archiveParts[part].schema.parse({ ...(line as object), workspaceId, ...(id && { id }) });
  await writeRecord(part, record, by);
  return noteOf(part, record);
}
