/** Rows as lines of `a | b | c` under their heads: what a console of a company shows. */
export function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, ...rows].map((cells) => cells.join(' | ')).join('\n');
}
