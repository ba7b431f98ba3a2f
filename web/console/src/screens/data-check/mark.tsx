import { Checkbox } from '@mantine/core';
import classes from './data-check.module.css';

type Props = { label: string; isOn: boolean; isPartly?: boolean; toggle: (isOn: boolean) => void };

/** A box to tick with all the room of its corner, which a thumb needs. */
export const Mark = ({ label, isOn, isPartly = false, toggle }: Props) => (
  <Checkbox
    label={<span className="heard">{label}</span>}
    classNames={{ root: classes.mark ?? '', label: classes.markLabel ?? '' }}
    checked={isOn}
    indeterminate={isPartly}
    onChange={({ currentTarget }) => toggle(currentTarget.checked)}
  />
);
