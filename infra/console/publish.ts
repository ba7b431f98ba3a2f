import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { cacheControlOf, contentTypeOf, isAsset } from './paths.ts';

const Place = z.object({ bucket: z.string(), url: z.url() });
type Place = z.infer<typeof Place>;

/** Where the edge's stack says that the console stands (`consoleNameOf`); undefined before the first deployment. */
export async function placeOfConsole(ssm: SSMClient, Name: string): Promise<Place | undefined> {
  try {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    return Place.parse(JSON.parse(Parameter?.Value ?? ''));
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

/** In the order in which they are put: a page names only what is there already. */
async function pathsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  const rank = (path: string) => (isAsset(path) ? 0 : path === '/index.html' ? 2 : 1);
  return paths.sort((a, b) => rank(a) - rank(b));
}

/**
 * Puts a built console into its bucket: what has its content's hash in its name first, the page last. Nothing is taken away: a tab
 * that was opened before still finds the parts that it loads later. Safe to run again. Answers how many files there are.
 */
export async function publishConsole(s3: S3Client, Bucket: string, folder: string): Promise<number> {
  const paths = await pathsIn(folder);
  for (const path of paths)
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: path.slice(1),
        Body: await readFile(join(folder, path)),
        ContentType: contentTypeOf(path),
        CacheControl: cacheControlOf(path),
      }),
    );
  return paths.length;
}
