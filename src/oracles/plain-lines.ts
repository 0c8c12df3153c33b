const LONGEST_LINE = 2_000;

/** Lines without the marks of Markdown, with plain dashes and spaces. Lines that no person writes are left out. */
export function plainLines(content: string): readonly string[] {
  return content
    .normalize('NFKC')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.length <= LONGEST_LINE)
    .map((line) =>
      line
        .replaceAll(/[*_`~]/g, '')
        .replaceAll(/[‐-―−]/g, '-')
        .replaceAll(/[^\S\t]/g, ' ')
        .replaceAll(/^\s*#+\s+/g, '')
        .trim(),
    );
}
