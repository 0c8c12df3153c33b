// Writes docs/scenarios/: one page a scenario, and the list of them. Takes about ten seconds a scenario; ids choose some.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenarios } from '../src/cli/load-scenarios.ts';
import { scenarioOf } from '../src/runner/scenario-library.ts';
import { twinTokens } from '../src/runner/twins/twin-tokens.ts';
import { loadTokenCounter } from '../src/util/token-counter.ts';
import { pageName, pagePath, readByHand, root } from './scenario-pages/read-by-hand.ts';
import { BACKGROUNDS, renderIndex, renderPage, renderTokens } from './scenario-pages/render-page.ts';

const library = await loadScenarios();
const wanted = process.argv.slice(2);
const countTokens = await loadTokenCounter();
for (const id of wanted.length === 0 ? [...library.keys()] : wanted) {
  const scenario = scenarioOf(library, id);
  const tokens = renderTokens(twinTokens(scenario, BACKGROUNDS, countTokens));
  writeFileSync(pagePath(id), renderPage({ scenario, byHand: readByHand(id), countTokens, tokens }));
  console.log(`docs/scenarios/${pageName(id)}`);
}
writeFileSync(join(root, 'docs', 'scenarios', 'README.md'), renderIndex([...library.values()]));
