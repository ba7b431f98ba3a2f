import type { ComponentType } from 'react';
import { useBuild } from '../build-context.ts';
import type { Deed, Step } from '../definition.ts';
import { AssignEditor } from './assign-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import { BranchEditor, WaitEditor } from './flow-editors.tsx';
import { MailEditor, NotifyEditor, TaskEditor } from './message-editors.tsx';
import { FieldEditor, MoveEditor, TagEditor, WebhookEditor } from './record-editors.tsx';

const Nothing = () => null;
const editors: { [D in Deed]: ComponentType<EditorProps<D>> } = {
  send_mail: MailEditor,
  create_task: TaskEditor,
  notify: NotifyEditor,
  wait: WaitEditor,
  branch: BranchEditor,
  assign: AssignEditor,
  set_field: FieldEditor,
  add_tag: TagEditor,
  remove_tag: TagEditor,
  move_deal: MoveEditor,
  call_webhook: WebhookEditor,
  stop: Nothing,
};

/** What can be changed of a step; each change is in the draft at once. */
export function StepEditor({ step }: { step: Step }) {
  const { put } = useBuild();
  const Editor = editors[step.do] as ComponentType<{ step: Step; onChange: (step: Step) => void }>;
  return <Editor step={step} onChange={put} />;
}
