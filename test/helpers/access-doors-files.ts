import { newId } from '../../shared/core/ids.ts';
import { type File, fileRecord } from '../../shared/files/file.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import {
  forbiddenField,
  hasPermission,
  may,
  missing,
  outOfReach,
  type Person,
  type RecordClass,
  recordClasses,
  unaskable,
  unknown,
  unknownReference,
} from './access-oracle.ts';
import { contactIds, markOf, put, workspaceOf } from './access-world.ts';

// Signed here, and never sent.
process.env.FILES_BUCKET ??= 'files-of-the-matrix';

/** A file of somebody's contact. */
async function fileOf(whose: RecordClass, over: Partial<File> = {}): Promise<string> {
  const id = newId('file', monday);
  if (whose === 'never') return id;
  const version = {
    number: 1,
    status: 'ready' as const,
    size: 9,
    contentType: 'application/pdf',
    startedAt: monday,
    uploadedAt: monday,
    by: { kind: 'system', id: 'matrix' },
  };
  return put(fileRecord, {
    id,
    workspaceId: workspaceOf(whose),
    version: 1,
    createdAt: monday,
    updatedAt: monday,
    recordId: contactIds[whose],
    recordKind: 'contact',
    name: markOf('contact', whose),
    kind: 'other',
    versions: [version],
    ...over,
  });
}

const seen = (person: Person, whose: RecordClass) => may(person, 'contact', 'read', whose);
/** A file is its record's: who sees the one sees the other, and who edits the one edits the other. */
function verdictOnFile(person: Person, verb: 'read' | 'edit', whose: RecordClass) {
  if (!seen(person, whose)) return unknown('file');
  return may(person, 'contact', verb, whose) ? 'ok' : outOfReach;
}
const file = (verb: 'read' | 'edit', over: Partial<File> = {}, body?: object): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({ params: { fileId: await fileOf(whose, over) }, ...(body && { body }) }),
    verdict: (person, whose) => verdictOnFile(person, verb, whose),
  });

/** Doors to files, and to calls that are reported. */
export const fileDoors: Record<string, Door> = {
  createFile: trial({
    at: recordClasses,
    aim: (whose) => ({ body: { recordId: contactIds[whose], name: 'Quote.pdf', size: 9 } }),
    verdict: (person, whose) => {
      if (!seen(person, whose)) return unknownReference;
      return may(person, 'contact', 'edit', whose) ? 'ok' : outOfReach;
    },
  }),
  createFileVersion: file('edit', {}, { size: 9 }),
  listFiles: trial({
    at: recordClasses,
    aim: (whose) => ({ query: { recordId: contactIds[whose] } }),
    verdict: (person, whose) => (seen(person, whose) ? 'ok' : unknown('record')),
  }),
  getFile: file('read'),
  downloadFile: file('read'),
  patchFile: file('edit', {}, { kind: 'contract' }),
  deleteFile: file('edit'),
  restoreFile: file('edit', { deletedAt: monday }),
  listFileHistory: file('read'),
  setScanResult: trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: { fileId: await fileOf(whose) },
      body: { version: 1, result: 'clean' },
    }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'webhooks:write')) return missing;
      return verdictOnFile(person, 'read', whose);
    },
  }),
  reportCall: trial({
    at: recordClasses,
    aim: (whose) => ({
      body: {
        externalId: newId('activity', monday),
        direction: 'inbound',
        from: 'anonymous',
        to: '+493012345678',
        startedAt: monday,
        contactId: contactIds[whose],
      },
    }),
    verdict: (person, whose) => {
      if (!hasPermission(person, 'activities:create')) return missing;
      if (unaskable(person, 'contact').includes('phones')) return forbiddenField;
      if (!hasPermission(person, 'contacts:read')) return missing;
      return seen(person, whose) ? 'ok' : unknownReference;
    },
  }),
};
