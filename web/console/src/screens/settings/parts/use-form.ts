import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { RapportError, type RequestOptions } from '../../../../../client/src/index.ts';
import { isStale } from '../../../api/client.ts';
import { once } from '../../../api/write.ts';
import { conflictsOf, type Draft, rebased, type Saved, withField } from './draft.ts';

type Sent<V> = { changes: Partial<V>; values: V; options: RequestOptions };
type Options<V extends object, R> = {
  /** What the form begins with. What is read anew while the form is open does not move what is typed. */
  saved: Saved<V>;
  write: (sent: Sent<V>) => Promise<R>;
  /** What there is now, where it can be changed by others. */
  read?: () => Promise<Saved<V>>;
  done?: (answer: R) => void;
};
type Base<V extends object> = { saved: Saved<V>; draft: Draft<V>; theirs: (keyof V)[] };

/** A repeated attempt to send the same is the same write. */
function useOnceKey() {
  const last = useRef({ text: '', key: '' });
  return (values: unknown) => {
    const text = JSON.stringify(values);
    if (last.current.text !== text) last.current = { text, key: once({ method: 'POST', path: '' }).key };
    return last.current.key;
  };
}

/**
 * What is typed into a form, upon what was saved. Only what was changed is sent, on the version that was read. Where somebody
 * else has changed something meanwhile, it is sent once more upon theirs; what both have changed is shown and asked.
 */
export function useForm<V extends object, R>({ saved, write, read, done }: Options<V, R>) {
  const [base, setBase] = useState<Base<V>>({ saved, draft: {}, theirs: [] });
  const keyOf = useOnceKey();

  const put = ({ saved: on, draft }: Base<V>) => {
    const values = { ...on.values, ...draft };
    const match = on.version === undefined ? {} : { ifMatch: { version: on.version } };
    return write({ changes: draft, values, options: { ...match, idempotencyKey: keyOf(values) } });
  };
  const sending = useMutation({
    mutationFn: async (now: Base<V>): Promise<{ answer: R } | undefined> => {
      try {
        return { answer: await put(now) };
      } catch (error) {
        if (!read || !isStale(error)) throw error;
        const fresh = await read();
        const theirs = conflictsOf(now.saved, fresh, now.draft);
        const next = { saved: fresh, draft: rebased(fresh, now.draft), theirs };
        setBase(next);
        return theirs.length === 0 ? { answer: await put(next) } : undefined;
      }
    },
    onSuccess: (sent) => sent && done?.(sent.answer),
  });
  const set = <K extends keyof V>(name: K, value: V[K]) =>
    setBase((now) => ({ ...now, draft: withField(now.saved, now.draft, name, value) }));
  const faults = sending.error instanceof RapportError ? sending.error.errors : [];
  return {
    values: { ...base.saved.values, ...base.draft },
    set,
    /** The version that what is typed is upon. */
    version: base.saved.version,
    /** What both have changed: what the other has saved, and how to have that instead of one's own. */
    theirs: base.theirs.map((name) => ({
      name: String(name),
      value: base.saved.values[name] as unknown,
      take: () =>
        setBase((now) => ({
          ...now,
          draft: withField(now.saved, now.draft, name, now.saved.values[name]),
          theirs: now.theirs.filter((other) => other !== name),
        })),
    })),
    reset: (to: Saved<V> = base.saved) => {
      setBase({ saved: to, draft: {}, theirs: [] });
      sending.reset();
    },
    isDirty: Object.keys(base.draft).length > 0,
    isSending: sending.isPending,
    /** Whether leaving it would lose something: what is being sent is not lost. */
    isUnsaved: Object.keys(base.draft).length > 0 && !sending.isPending,
    error: sending.error,
    /** What the API says of a field. */
    faultOf: (name: keyof V & string): string | undefined =>
      faults.find(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))?.detail,
    submit: () => {
      setBase((now) => ({ ...now, theirs: [] }));
      sending.mutate({ ...base, theirs: [] });
    },
  };
}
/** What the frame around a form's fields has to know of it. */
export type FormState = Pick<
  ReturnType<typeof useForm<object, unknown>>,
  'theirs' | 'isDirty' | 'isSending' | 'isUnsaved' | 'error' | 'submit'
> & { values: object };
