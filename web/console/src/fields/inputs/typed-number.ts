import { useState } from 'react';

type Written = string | number;
const numberOf = (written: Written) =>
  written === '' || Number.isNaN(Number(written)) ? undefined : Number(written);

/** A number as it is being written: `99.` and `99.50` stand as they were typed as long as they mean what is kept. */
export function useTypedNumber(value: number | undefined, onChange: (value: number | undefined) => void) {
  const [written, setWritten] = useState<Written>('');
  return {
    value: numberOf(written) === value ? written : (value ?? ''),
    onChange: (given: Written) => {
      setWritten(given);
      onChange(numberOf(given));
    },
  };
}
