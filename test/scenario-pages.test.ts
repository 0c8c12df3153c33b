import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageName, pagePath, readByHand, root } from '../scripts/scenario-pages/read-by-hand.ts';
import { renderIndex, renderPage, tokensOn } from '../scripts/scenario-pages/render-page.ts';
import { levelPairs } from '../src/runner/twins/enumerate-twins.ts';
import { cellFactors } from '../src/factors/resolve-levels.ts';
import { loadTokenCounter } from '../src/util/token-counter.ts';
import { loadLibrary } from './load-library.ts';

const library = await loadLibrary();
const countTokens = await loadTokenCounter();
const REMEDY = 'run npm run scenario-pages';
const folder = join(root, 'docs', 'scenarios');

describe.each(library.map((scenario) => ({ id: scenario.id, scenario })))('the page of $id', ({ id, scenario }) => {
  const page = existsSync(pagePath(id)) ? readFileSync(pagePath(id), 'utf8') : '';

  it('is what the generator makes of the scenario (npm run scenario-pages)', () => {
    const tokens = tokensOn(page);
    expect(tokens, REMEDY).toBeDefined();
    expect(page, REMEDY).toBe(renderPage({ scenario, byHand: readByHand(id), countTokens, tokens: tokens ?? '' }));
  });

  it('has a row of tokens for every pair of levels', () => {
    const rows = (tokensOn(page) ?? '').split('\n').filter((line) => line.startsWith('| `'));
    const pairs = cellFactors(scenario).flatMap((factor) =>
      levelPairs(scenario, factor).map(([left, right]) => `| \`${factor}\` | ${left} | ${right} |`),
    );
    expect(rows.map((row) => row.split('|').slice(0, 4).join('|') + '|')).toEqual(pairs);
  });
});

describe('the pages', () => {
  it('are listed, and there is none of a scenario that is gone', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8'), REMEDY).toBe(renderIndex(library));
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(pages.sort()).toEqual(library.map(({ id }) => pageName(id)).sort());
  });
});
