const LINE_WIDTH = 100;

/** A long line as several that fit a terminal, the first with its mark and the others indented below it. */
export function wrapped(line: string, mark: string): readonly string[] {
  const rest = ' '.repeat(mark.length + 2);
  const lines: string[] = [];
  let current = mark;
  for (const word of line.split(' ')) {
    if (current.trim() !== '' && current.length + 1 + word.length > LINE_WIDTH) {
      lines.push(current.trimEnd());
      current = rest;
    }
    current += `${word} `;
  }
  return [...lines, current.trimEnd()];
}
