/** Rows of a table as the company's consoles show it: `a | b | c` under a line of heads. */
export function parseTable(shown: string): readonly (readonly string[])[] {
  return shown
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(' | '));
}
