import type { CreateFileResponse } from '../../../client/src/index.ts';

type Upload = CreateFileResponse['upload'];
/** The store answered, and took nothing. */
export class NotTaken extends Error {}

/** Sends bytes where the API said, with word of how far it has come; `fetch` tells nothing of that. */
export function putFile(
  { url, headers }: Upload,
  file: File,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value); // a browser sets it itself
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new NotTaken(`The bucket answers ${request.status}`));
    request.onerror = () => reject(new Error('The bucket cannot be reached'));
    request.onabort = () => reject(new DOMException('The sending was stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
