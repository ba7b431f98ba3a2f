import { Combobox, Group, Text, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
import { useId } from '@mantine/hooks';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslations } from 'use-intl';
import { useUsers } from '../api/people.ts';
import { askedAt, type Mentionable, mentionable, offered, withNamed } from './mentions.ts';
import { Person } from './person.tsx';

type Props = Omit<TextareaProps, 'value' | 'onChange'> & {
  value: string;
  onWrite: (text: string) => void;
  area?: RefObject<HTMLTextAreaElement | null>;
};

/** Everybody who can be mentioned. */
export function useMentionable(): Mentionable[] {
  const users = useUsers();
  return useMemo(() => mentionable(users), [users]);
}

/** Where the cursor stands, and where it is to be put once the text is there. */
function useCursor(area: RefObject<HTMLTextAreaElement | null>) {
  const [cursor, setCursor] = useState<number>();
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    area.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  const put = (at: number) => {
    wanted.current = at;
    setCursor(undefined);
  };
  return { cursor, setCursor, put };
}

type OfferedProps = { id: string; people: Mentionable[]; selectFirst: () => void };
/** Who fits what was typed, drawn anew whenever that is something else: the first of them is meant then. */
function Offered({ id, people, selectFirst }: OfferedProps) {
  const t = useTranslations('common');
  useEffect(() => void selectFirst(), [selectFirst]); // it answers an id, which is no way to clean up
  return (
    <Combobox.Options id={id} aria-label={t('people')}>
      {people.map(({ id: userId, label }) => (
        <Combobox.Option key={userId} value={label}>
          <Group gap={8} wrap="nowrap">
            <Person id={userId} isDecoration />
            <Text truncate>{label}</Text>
          </Group>
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}

/** A text in which `@` offers people by name: arrows and Enter, or a tap, take one; Escape goes on writing. */
export function MentionArea({ value, onWrite, area, onKeyDown, ...props }: Props) {
  const own = useRef<HTMLTextAreaElement>(null);
  const ref = area ?? own;
  const people = useMentionable();
  const listId = useId();
  const { cursor, setCursor, put } = useCursor(ref);
  const asked = cursor === undefined ? undefined : askedAt(value, cursor);
  const found = asked === undefined ? [] : offered(people, asked);
  const isOpen = found.length > 0;
  const combobox = useCombobox({
    opened: isOpen,
    onOpenedChange: (opened) => !opened && setCursor(undefined),
  });
  const take = (label: string) => {
    const named = withNamed(value, cursor ?? value.length, label);
    put(named.cursor);
    onWrite(named.text);
    ref.current?.focus();
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isOpen && event.key === 'Escape') event.stopPropagation();
    else onKeyDown?.(event);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={take} position="bottom-start" width={280} shadow="md">
      <Combobox.Target withKeyboardNavigation={isOpen}>
        <Textarea
          {...props}
          ref={ref}
          value={value}
          onKeyDown={pressed}
          onChange={({ currentTarget }) => {
            setCursor(currentTarget.selectionStart);
            onWrite(currentTarget.value);
          }}
          onBlur={() => setCursor(undefined)}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        {isOpen && (
          <Offered key={asked} id={listId} people={found} selectFirst={combobox.selectFirstOption} />
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
