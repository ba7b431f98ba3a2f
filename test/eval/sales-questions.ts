import type { Imported } from './import-client.ts';

function headerOf({ mapping = [], columns = [] }: Imported, field: string): string {
  const column = mapping.find((one) => one.field === field)?.column;
  return columns.find((one) => one.column === column)?.header ?? field;
}

/** What the dry runs asked: in which column of which file something is misspelt, and which customers are in no file. */
export function questionsOf(imports: Imported[]) {
  const suggested = imports.flatMap((one) =>
    (one.asked?.suggested ?? []).map((said) => ({ ...said, header: headerOf(one, said.field) })),
  );
  const products = suggested.filter(({ field }) => field === 'product');
  const others = suggested.filter(({ field }) => field !== 'product');
  return {
    productNameMismatches: Object.fromEntries(products.map(({ from, rows }) => [from, rows])),
    misspellings: others.map(({ header, from }) => `${header} "${from}"`),
    unknownAccounts: imports.flatMap(({ asked }) => asked?.unknown.company ?? []),
  };
}
