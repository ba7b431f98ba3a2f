import type { Readable } from 'node:stream';
import { currentOf, type File, FileBody, fileBody, versionKey } from '../../../shared/files/file.ts';
import { fileObject } from '../../../shared/files/file-object-store.ts';
import { filesOf } from '../../../shared/files/record-files-store.ts';
import { safeName } from './names.ts';
import type { Person } from './person.ts';
import { deals } from './records.ts';
import type { Part } from './zip.ts';

/** FILE-2: of the person and of those of their deals that the asker may see. */
async function* files(person: Person): AsyncGenerator<File> {
  const { workspaceId } = person;
  const ids: string[] = [...person.ids];
  for await (const { id } of deals(person)) if (id) ids.push(id);
  for (const id of ids) for await (const file of filesOf(workspaceId, id)) if (!file.deletedAt) yield file;
}

export async function* fileLines(person: Person): AsyncGenerator<object> {
  for await (const file of files(person)) yield FileBody.parse(fileBody(file));
}

/** Their bytes, of the newest version that is ready. */
export async function* fileParts(person: Person): AsyncGenerator<Part> {
  for await (const file of files(person)) {
    const current = currentOf(file);
    const content = current && (await fileObject(versionKey(file, current.number)));
    if (content) yield { name: `files/${file.id}/${safeName(file.name)}`, content: content as Readable };
  }
}
