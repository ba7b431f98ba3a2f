import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isOffline } from '../../../api/client.ts';
import type { Kind } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { editsOf } from './edits.ts';
import { saveField } from './save-field.ts';

/** What could not be saved for want of a network is saved when there is one again. */
export function useSaveOnline(kind: Kind, id: string, fields: FieldDef[]): void {
  const client = useQueryClient();
  useEffect(() => {
    const save = () => {
      const edits = editsOf(kind, id);
      for (const field of fields) {
        if (isOffline(edits[field.name]?.error)) void saveField(client, kind, id, field);
      }
    };
    addEventListener('online', save);
    return () => removeEventListener('online', save);
  }, [client, kind, id, fields]);
}
