import type { en } from '../../text/en.ts';

export type Row = Record<string, unknown>;
export type RowsType = 'emails' | 'phones' | 'addresses' | 'socialProfiles' | 'prices' | 'items';
type Name = keyof (typeof en)['fields'];
export type Column = {
  name: string;
  label: Name;
  as: 'text' | 'email' | 'tel' | 'url' | 'phoneType' | 'amount' | 'currency' | 'date' | 'number' | 'product';
  width?: 'wide' | 'narrow';
};

/** The parts that a row of each type has, in the order in which they are written. */
export const columnsOf: Record<RowsType, readonly Column[]> = {
  emails: [
    { name: 'address', label: 'address', as: 'email', width: 'wide' },
    { name: 'label', label: 'label', as: 'text', width: 'narrow' },
  ],
  phones: [
    { name: 'number', label: 'number', as: 'tel', width: 'wide' },
    { name: 'extension', label: 'extension', as: 'text', width: 'narrow' },
    { name: 'type', label: 'type', as: 'phoneType', width: 'narrow' },
    { name: 'label', label: 'label', as: 'text', width: 'narrow' },
  ],
  addresses: [
    { name: 'label', label: 'label', as: 'text' },
    { name: 'street', label: 'street', as: 'text', width: 'wide' },
    { name: 'postalCode', label: 'postalCode', as: 'text', width: 'narrow' },
    { name: 'city', label: 'city', as: 'text' },
    { name: 'region', label: 'region', as: 'text' },
    { name: 'country', label: 'country', as: 'text', width: 'narrow' },
  ],
  socialProfiles: [
    { name: 'network', label: 'network', as: 'text', width: 'narrow' },
    { name: 'url', label: 'url', as: 'url', width: 'wide' },
  ],
  prices: [
    { name: 'amountCents', label: 'amount', as: 'amount' },
    { name: 'currency', label: 'currency', as: 'currency', width: 'narrow' },
    { name: 'validFrom', label: 'validFrom', as: 'date' },
  ],
  items: [
    { name: 'productId', label: 'product', as: 'product', width: 'wide' },
    { name: 'name', label: 'lineName', as: 'text', width: 'wide' },
    { name: 'quantity', label: 'quantity', as: 'number', width: 'narrow' },
    { name: 'unitAmountCents', label: 'unitAmount', as: 'amount', width: 'narrow' },
    { name: 'discountPercent', label: 'discount', as: 'number', width: 'narrow' },
  ],
};
