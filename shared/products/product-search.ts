import type { Text, TextsOf } from '../search/searchable.ts';
import type { Product } from './product.ts';

/** By what a product is found. */
export const productTexts: TextsOf<Product> = ({ name, sku, category, tags = [] }) => [
  ...(name ? [{ field: 'name', text: name, as: 'words', worth: 'name', most: 6 } satisfies Text] : []),
  ...(sku ? [{ field: 'sku', text: sku, as: 'words', worth: 'name', most: 4 } satisfies Text] : []),
  ...(category
    ? [{ field: 'category', text: category, as: 'words', worth: 'other', most: 3 } satisfies Text]
    : []),
  ...tags.map((text): Text => ({ field: 'tags', text, as: 'words', worth: 'other', most: 2 })),
];
