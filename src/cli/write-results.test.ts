import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureWritable, writeResults } from './write-results.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writeResults', () => {
  it('makes the folder, replaces what was there and leaves nothing unfinished', () => {
    const place = join(folder, 'deep/run');
    writeResults(place, { 'results.md': 'old', 'estimates.json': '{}' });
    expect(writeResults(place, { 'results.md': 'new' })).toBe(place);
    expect(readdirSync(place).toSorted()).toEqual(['estimates.json', 'results.md']);
    expect(readFileSync(join(place, 'results.md'), 'utf8')).toBe('new');
  });

  it('says where the run is kept when the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeResults(join(folder, 'file/run'), { a: '' })).toThrow(
      /file\/run: .*The run itself is stored; choose another folder with --out/,
    );
  });
});

describe('ensureWritable', () => {
  it('makes the folder, and refuses a file and what lies under one', () => {
    ensureWritable(join(folder, 'new/results'));
    expect(readdirSync(join(folder, 'new'))).toEqual(['results']);
    expect(() => ensureWritable(join(folder, 'file'))).toThrow(/it is a file.*Nothing was run/);
    expect(() => ensureWritable(join(folder, 'file/results'))).toThrow(/cannot be written/);
  });
});
