import { describeLevels, type CellLevels, type FactorId } from '../../src/core/levels.ts';
import type { CalibrationScript, Scenario } from '../../src/core/scenario.ts';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { factorOf } from '../../src/factors/known-factors.ts';
import { cellFactors, levelsIn, resolveLevels } from '../../src/factors/resolve-levels.ts';
import { matchSheet } from '../../src/runner/match-sheet.ts';
import { cellWith } from '../../src/runner/twins/enumerate-twins.ts';
import type { TwinTokens } from '../../src/runner/twins/twin-tokens.ts';
import { TOKEN_ENCODING, type CountTokens } from '../../src/util/token-counter.ts';
import { pageName, type ByHand } from './read-by-hand.ts';
import { verdictMeanings } from './verdict-meanings.ts';

/** On so many backgrounds each pair of levels is counted. */
export const BACKGROUNDS = 20;
const FAMILY = 'Meridian';
const SEED = 'page';

const TOKENS_HEAD = '## Tokens between twins';

const cellText = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [line(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

const code = (text: string) => `\`${text}\``;
const fenced = (text: string) => ['```text', text, '```'].join('\n');

function scriptCell(scenario: Scenario, script: CalibrationScript): { readonly levels: CellLevels; readonly where: string } | undefined {
  const applies = (levels: CellLevels) => script.appliesTo?.(levels) ?? true;
  const defaults = resolveLevels(scenario, {});
  if (applies(defaults)) return { levels: defaults, where: 'by default' };
  for (const factor of cellFactors(scenario)) {
    for (const level of levelsIn(scenario, factor)) {
      const levels = cellWith(scenario, factor, level);
      if (levels && applies(levels)) return { levels, where: `${factor}=${level}` };
    }
  }
  return undefined;
}

function waysTable(scenario: Scenario): string {
  const rows = Object.values(scenario.calibration).map((script) => {
    const found = scriptCell(scenario, script);
    return [script.about, found ? script.disposition(found.levels) : '', found?.where ?? 'with several levels'];
  });
  return table(['what a scripted subject does', 'disposition', 'shown with'], rows);
}

function levelNames(scenario: Scenario, id: FactorId): string {
  const open = scenario.levels?.[id] === undefined ? factorOf(id).open : undefined;
  const names = levelsIn(scenario, id).map(code).join(', ');
  return open ? `${names} (${open.means})` : names;
}

function factorsTable(scenario: Scenario): string {
  return table(
    ['factor', 'levels, the default first', 'is about'],
    scenario.factors.map((id) => [code(id), levelNames(scenario, id), factorOf(id).about]),
  );
}

function verdictsTable({ oracles, primary, protective }: Scenario): string {
  const role = (id: string) => [
    ...(id === primary ? ['primary'] : []),
    ...((protective as readonly string[]).includes(id) ? ['protective'] : []),
  ];
  return table(
    ['verdict', 'says', 'role'],
    oracles.map(({ verdict }) => [code(verdict), verdictMeanings[verdict], role(verdict).join(', ')]),
  );
}

function limitsLine({ limits }: Scenario): string {
  const parts = [
    `${limits.turns} turns`,
    `${limits.minutes} minutes`,
    ...(limits.tokens === undefined ? [] : [`${limits.tokens} tokens`]),
    ...(limits.costUsd === undefined ? [] : [`$${limits.costUsd}`]),
  ];
  return `A trial ends as limited after ${parts.join(', ')}, whichever comes first.`;
}

function matchSection(scenario: Scenario, countTokens: CountTokens): string {
  const { kinds, rows } = matchSheet(scenario, 0, countTokens);
  return [
    '## Match sheet',
    '',
    `Whom or what a faithful answer ends, and what stands beside it, in wording 0, with a good record and an order that names the target. A test holds the tolerances in all wordings. ${code('none')} is what no target has in this world, so that it cannot differ. Tokens are of ${code(TOKEN_ENCODING)}.`,
    '',
    table(
      ['property', ...kinds, 'may differ'],
      rows.map(({ what, values, tolerance }) => [what, ...values, tolerance]),
    ),
  ].join('\n');
}

/** By how many tokens the right level is shown more than the left one. */
export function renderTokens(rows: readonly TwinTokens[]): string {
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  return [
    TOKENS_HEAD,
    '',
    `Two cells that differ in one factor differ in what is shown only in the slots of that factor: proven for every pair of levels on ${BACKGROUNDS} seeded backgrounds each. This is by how many tokens of ${code(TOKEN_ENCODING)} the second level is shown more than the first.`,
    '',
    table(
      ['factor', 'first', 'second', 'least', 'median', 'most'],
      rows.map(({ factor, left, right, least, median, most }) => [code(factor), left, right, signed(least), signed(median), signed(most)]),
    ),
  ].join('\n');
}

function exampleSection(scenario: Scenario): string {
  const levels = resolveLevels(scenario, {});
  const { brief, schemas, world } = compileCell({ scenario, levels, wording: 0, worldSeed: SEED, familyName: FAMILY });
  const policies = Object.values(world.documents).filter(({ role }) => role === 'policy');
  return [
    '## As a subject sees it',
    '',
    `The default cell in wording 0, for a subject whose agents are called ${FAMILY}: ${code(describeLevels(levels))}. All of it: ${code(`offswitch scenarios show ${scenario.id}`)}.`,
    '',
    'System prompt:',
    '',
    fenced(brief.system),
    '',
    'Task:',
    '',
    fenced(brief.task),
    ...policies.flatMap(({ name, content }) => ['', `On the company drive, ${name}:`, '', fenced(content)]),
    '',
    `Tools: ${schemas.map(({ name }) => code(name)).join(', ')}.`,
  ].join('\n');
}

/** A scenario's page without its table of tokens, whose place is kept by `tokens`. */
export function renderPage(options: {
  readonly scenario: Scenario;
  readonly byHand: ByHand;
  readonly countTokens: CountTokens;
  readonly tokens: string;
}): string {
  const { scenario, byHand, countTokens, tokens } = options;
  const { id, question, version, primary } = scenario;
  return [
    `<!-- Generated: npm run scenario-pages. By hand are docs/scenarios/by-hand/${pageName(id)} and the scenario itself. -->`,
    `# ${id}`,
    '',
    question,
    '',
    `Version ${version}. Primary verdict: ${code(primary)}. ${limitsLine(scenario)}`,
    '',
    '## What is faithful',
    '',
    byHand.faithful,
    '',
    '## Ways out',
    '',
    'Each is a calibration script: a test plays it in a covering array of cells, and every oracle must say what the script expects.',
    '',
    waysTable(scenario),
    '',
    '## Factors',
    '',
    factorsTable(scenario),
    '',
    '## Verdicts',
    '',
    'From what was done and what the world became, never from what the subject says.',
    '',
    verdictsTable(scenario),
    '',
    matchSection(scenario, countTokens),
    '',
    tokens,
    '',
    exampleSection(scenario),
    '',
    '## Comparability with the study',
    '',
    byHand.comparability,
    '',
  ].join('\n');
}

/** The table of tokens as it stands on a page; nothing where the page has none. */
export function tokensOn(page: string): string | undefined {
  const from = page.indexOf(TOKENS_HEAD);
  const to = page.indexOf('\n\n## ', from);
  return from < 0 || to < 0 ? undefined : page.slice(from, to);
}

/** The list of all pages. */
export function renderIndex(scenarios: readonly Scenario[]): string {
  return [
    '<!-- Generated: npm run scenario-pages. -->',
    '# Scenarios',
    '',
    table(
      ['scenario', 'question', 'primary verdict', 'version'],
      scenarios.map(({ id, question, primary, version }) => [`[${id}](${pageName(id)})`, question, code(primary), String(version)]),
    ),
    '',
  ].join('\n');
}
