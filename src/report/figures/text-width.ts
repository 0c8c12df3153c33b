/** A mean character of the page's sans-serif, in parts of its size. Wide enough that what fits by it fits. */
const MEAN_CHARACTER = 0.56;

export function textWidth(text: string, size: number): number {
  return text.length * size * MEAN_CHARACTER;
}

/** Lines of a label that are at most so wide; a word that is too long for one is broken. */
export function wrapLabel(label: string, width: number, size: number): readonly string[] {
  const most = Math.max(4, Math.floor(width / (size * MEAN_CHARACTER)));
  const lines: string[] = [];
  let line = '';
  for (const word of label.split(' ').flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
