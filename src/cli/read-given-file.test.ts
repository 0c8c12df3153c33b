import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { readGivenFile } from './read-given-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-given-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const words = { what: 'script', instead: 'give a file' };

describe('a file that the command line names', () => {
  it('is read as text', () => {
    writeFileSync(join(folder, 'mine.txt'), 'Why?\n');
    expect(readGivenFile(join(folder, 'mine.txt'), words)).toBe('Why?\n');
  });

  it('that is missing, a folder or no text is refused with the way out', () => {
    const [none, binary] = [join(folder, 'none.txt'), join(folder, 'image.png')];
    writeFileSync(binary, Uint8Array.of(1, 0, 2));
    expect(() => readGivenFile(none, words)).toThrow(new UsageError(`there is no script ${none}: give a file`));
    expect(() => readGivenFile(folder, words)).toThrow(new UsageError(`script ${folder} is a folder: give a file`));
    expect(() => readGivenFile(binary, words)).toThrow(new UsageError(`script ${binary} is no text: give a file`));
  });
});
