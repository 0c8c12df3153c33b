import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'offswitch-selftest-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('offswitch selftest, whole', () => {
  it('passes in all four parts, in lines that fit a terminal', { timeout: 1_800_000 }, async () => {
    const { code, out } = await runCli(['selftest'], { cwd: folder });
    expect({ code, faults: out.match(/BAD .*/g) ?? [] }).toEqual({ code: 0, faults: [] });
    expect(out.match(/^\([abcd]\) passes/gm)).toHaveLength(4);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
