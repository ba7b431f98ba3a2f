import { expect, it } from 'vitest';
import { sideBySide } from '../../../shared/platform/side-by-side.ts';

it('throws what one of them threw when the others have come to an end', async () => {
  const ended: string[] = [];
  const slow = async () => {
    await new Promise(setImmediate);
    ended.push('slow');
    return 1;
  };
  await expect(sideBySide([Promise.reject(new Error('not there')), slow()])).rejects.toThrow('not there');
  expect(ended).toEqual(['slow']);
  expect(await sideBySide([slow(), Promise.resolve('b')])).toEqual([1, 'b']);
});
