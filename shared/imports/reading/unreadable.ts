import { AppError } from '../../core/errors.ts';

/** A file of which nothing can be read: the message says what to do. */
export const unreadable = (detail: string) => new AppError('unprocessable', 'import_file_unreadable', detail);
