import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Form } from './form.ts';

/** FORM-3: a workspace's forms by the moment they were made. */
export const formListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#FORM`;

export const formProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt } = Form.parse(record);
    return {
      entries: [{ pk: formListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'form', id }],
      counters: {},
    };
  },
};
