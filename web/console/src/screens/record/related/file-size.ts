import { useFormatter } from 'use-intl';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
/** Writes a number of bytes in the unit in which it is short. */
export function useFileSize() {
  const format = useFormatter();
  return (bytes: number): string => {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
    return format.number(bytes / 1000 ** power, {
      style: 'unit',
      unit: units[power] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: power > 1 ? 1 : 0,
    });
  };
}
