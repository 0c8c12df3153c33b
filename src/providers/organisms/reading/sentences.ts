const END = /(?<=[.!?:])\s+(?=["(]?[\p{Lu}\d])/u;

/** A text in its sentences; a line ends one too. Addresses, file names and numbers hold together. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(END))
    .filter((sentence) => sentence !== '');
}

/** The sentences in which something is said. */
export function sayings(text: string, pattern: RegExp): readonly string[] {
  return sentencesOf(text).filter((sentence) => pattern.test(sentence));
}
