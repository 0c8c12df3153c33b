import { describe, expect, it } from 'vitest';
import { demoOutput, readReadme } from './readme-demo.ts';

describe('README.md', { timeout: 60_000 }, () => {
  it('shows what the demo prints; `node test/update-readme.ts` brings it up to date', async () => {
    const { demo } = await readReadme();
    expect(await demoOutput()).toBe(demo);
  });
});
