import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { personal } from '../core/personal.ts';
import { defineRecord, recordBase } from '../core/record.ts';
import { FileName } from './file-name.ts';
import { ParentId, ParentKind } from './file-parents.ts';

const mostBytes = 100 * 1024 * 1024;
export const mostFilesOfRecord = 100;
export const mostVersions = 50;
/** How long an upload that never came is waited for. */
export const uploadHours = 24;

const FileKind = z.enum(['quote', 'contract', 'invoice', 'other']);
const FileStatus = z.enum(['uploading', 'scanning', 'ready', 'refused']);
export const Refusal = z.enum([
  'size_mismatch',
  'type_not_allowed',
  'type_mismatch',
  'infected',
  'unscannable',
]);
export type Refusal = z.infer<typeof Refusal>;

const Sha256 = z
  .string()
  .length(64)
  .regex(/^[0-9a-f]{64}$/, 'SHA-256 as 64 small hexadecimal digits.');
export const FileVersion = z.object({
  number: z.int().positive(),
  status: FileStatus,
  size: z.int().positive(),
  contentType: z.string().optional().describe('What its bytes say; it is served as this.'),
  sha256: Sha256.optional().describe('Where the sender said it: S3 took no other bytes.'),
  startedAt: z.iso.datetime(),
  uploadedAt: z.iso.datetime().optional(),
  refusedFor: Refusal.optional(),
  by: z.object({ kind: z.string(), id: z.string() }),
  /** What the sender took it for. */
  told: z.string().optional(),
  /** S3's name for the bytes that were looked at. */
  etag: z.string().optional(),
});
export type FileVersion = z.infer<typeof FileVersion>;

export const File = z.object({
  ...recordBase('file'),
  recordId: ParentId,
  recordKind: ParentKind,
  name: personal(z.string().max(200), 'erased'),
  kind: FileKind,
  /** Oldest first. */
  versions: z.array(FileVersion).min(1),
  /** Since when it is deleted; its bytes go 30 days later. */
  deletedAt: z.iso.datetime().optional(),
  /** The person whose contract or invoice it is was erased then: it lost its name. */
  erasedAt: z.iso.datetime().optional(),
});
export type File = z.infer<typeof File>;
export const fileRecord = defineRecord('file', File);

const told = {
  size: z.int().min(1).max(mostBytes).describe('In bytes; S3 takes no more and no less.'),
  contentType: z
    .string()
    .max(201)
    .regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/, 'A media type, like application/pdf.')
    .optional()
    .describe('What you take it for. What it is, its bytes say: a file of another family is refused.'),
  sha256: Sha256.optional().describe('Then S3 takes no other bytes.'),
};
export const NewVersion = z.strictObject(told);
export type NewVersion = z.infer<typeof NewVersion>;
export const NewFile = z.strictObject({
  recordId: ParentId.describe(
    'The contact, company, deal, task, ticket, order, product or promise that it is of.',
  ),
  name: FileName,
  kind: FileKind.default('other'),
  ...told,
});
export type NewFile = z.infer<typeof NewFile>;
export const FilePatch = z.strictObject({ name: FileName.optional(), kind: FileKind.optional() });
export type FilePatch = z.infer<typeof FilePatch>;

/** What the API shows: the newest version that is ready, or where none is the newest, and all of them. */
export const FileBody = File.omit({ workspaceId: true, versions: true }).extend({
  status: FileStatus.describe(
    '`uploading`: nothing has come. `scanning`: a scanner has yet to answer. `refused`: see `versions`.',
  ),
  size: z.int(),
  contentType: z.string().optional(),
  sha256: z.string().optional(),
  current: z.int().optional().describe('The number of the version that a download gets.'),
  versions: z.array(FileVersion.omit({ etag: true, told: true })),
});

const newest = (versions: readonly FileVersion[]) => versions.at(-1) as FileVersion;
/** The newest version that may be fetched. */
export const currentOf = ({ versions }: Pick<File, 'versions'>): FileVersion | undefined =>
  versions.findLast(({ status }) => status === 'ready');

export function fileBody(file: File): z.input<typeof FileBody> {
  const current = currentOf(file);
  const { status, size, contentType, sha256 } = current ?? newest(file.versions);
  return { ...file, status, size, contentType, sha256, current: current?.number };
}

export const FileId = idOf('file');
/** A version's place in the bucket. Each key is written once. */
export const versionKey = ({ workspaceId, id }: Pick<File, 'workspaceId' | 'id'>, number: number) =>
  `${filePrefix({ workspaceId, id })}${number}`;
export const filePrefix = ({ workspaceId, id }: Pick<File, 'workspaceId' | 'id'>) =>
  `files/${workspaceId}/${id}/`;
/** What a key says; undefined for one that is none of ours. */
export function readKey(key: string): { workspaceId: string; fileId: string; number: number } | undefined {
  const id = '[0-9A-HJKMNP-TV-Z]{26}';
  const found = new RegExp(`^files/(ws_${id})/(fi_${id})/([1-9]\\d{0,3})$`).exec(key);
  if (!found) return undefined;
  const [, workspaceId = '', fileId = '', number] = found;
  return { workspaceId, fileId, number: Number(number) };
}
