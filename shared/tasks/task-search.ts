import type { Text, TextsOf } from '../search/searchable.ts';
import type { Task } from './task.ts';

/** By what a task is found; of a long note by its longest words. */
export const taskTexts: TextsOf<Task> = ({ title, note, erasedAt }) => {
  const named: Text = { field: 'title', text: title ?? '', as: 'words', worth: 'name', most: 6 };
  const noted: Text = { field: 'note', text: note ?? '', as: 'words', worth: 'other', most: 6 };
  return erasedAt ? [] : [named, noted];
};
