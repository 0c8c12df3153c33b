/** At most so many characters of a text, its beginning and its end, with how many were left out between them. */
export function shortenMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.ceil(most * (2 / 3));
  const tail = most - head;
  const left = text.length - most;
  return `${text.slice(0, head).toWellFormed()}\n[${left} characters left out]\n${text.slice(-tail).toWellFormed()}`;
}
