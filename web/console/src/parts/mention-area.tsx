import { Combobox, Group, Text, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
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

/** A text in which `@` offers people by name: arrows and Enter, or a tap, take one; Escape goes on writing. */
export function MentionArea({ value, onWrite, area, onKeyDown, ...props }: Props) {
  const t = useTranslations('common');
  const own = useRef<HTMLTextAreaElement>(null);
  const ref = area ?? own;
  const people = useMentionable();
  const { cursor, setCursor, put } = useCursor(ref);
  const asked = cursor === undefined ? undefined : askedAt(value, cursor);
  const found = asked === undefined ? [] : offered(people, asked);
  const isOpen = found.length > 0;
  const combobox = useCombobox({
    opened: isOpen,
    onOpenedChange: (opened) => !opened && setCursor(undefined),
  });
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is typed on for, the first that fits is meant
  useEffect(() => void (isOpen && selectFirstOption()), [isOpen, asked]);
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
        <Combobox.Options aria-label={t('people')}>
          {found.map(({ id, label }) => (
            <Combobox.Option key={id} value={label}>
              <Group gap={8} wrap="nowrap">
                <Person id={id} isDecoration />
                <Text truncate>{label}</Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
