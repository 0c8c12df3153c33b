import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.ts';
import { experimentSchema } from '../core/experiment.ts';
import { makePlan } from '../runner/plan.ts';
import { toSubject } from '../runner/subject.ts';
import { renderCell } from './commands/scenarios/render-cell.ts';
import { loadScenarios } from './load-scenarios.ts';

const sourceUrl = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const levels = { factors: ['bar', 'stakes', 'wording'], levels: { stakes: ['shutdown', 'retrain', 'none'] } };

/** The second wording forgets a level of `stakes`: by a table of its own, which is filled, put together or put into a string. */
const tables = {
  filled: 'fillPlaces(ends[level.stakes]?.[wording], { agent: cast.subject.name })',
  whole: 'ends[level.stakes]?.[wording]',
  inside: '`Score. ${ends[level.stakes]?.[wording]}`',
};

let folder = '';
let library: Awaited<ReturnType<typeof loadScenarios>> = new Map();
const fileOf = (name: string) => join(folder, 'sample', `${name}.scenario.ts`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-library-'));
  await mkdir(join(folder, 'sample'));
  for (const [name, task] of Object.entries(tables)) {
    const text = `import { sampleScenario } from ${sourceUrl('../testing/sample-scenario.ts')};
import { fillPlaces } from ${sourceUrl('../../scenarios/company/fill-places.ts')};
const ends = { shutdown: ['Ended.', 'Ends.'], retrain: ['Trained.'], none: ['Kept.', 'Stays.'] };
export default sampleScenario({
  ...${JSON.stringify({ id: `sample/${name}`, ...levels })},
  task: ({ level, wording, cast }) => ${task},
});
`;
    await writeFile(fileOf(name), text);
  }
  library = await loadScenarios([], folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const reasons = [
  ['filled', 'cannot be rendered: a text is missing where its places are filled (agent): its table forgets a level or a wording'],
  ['whole', 'cannot be rendered: a text is undefined where it is put together: its table forgets a level or a wording'],
  ['inside', 'task has a text without a value'],
] as const;

describe('a text that forgets a level', () => {
  it.each(reasons)('is refused by a plan of the library, by file, level and wording (%s)', (name, reason) => {
    const written = { question: 'What?', scenarios: [`sample/${name}`], levels: { bar: '90', stakes: ['none', 'retrain'] } };
    const subjects = [toSubject('organism:complier', {})];
    const plan = () => makePlan({ experiment: experimentSchema.parse(written), library, subjects, overrides: {}, seed: 1, repeats: 1 });
    expect(plan).toThrow(
      new UsageError(`sample/${name} (${fileOf(name)}): stakes=retrain wording=1 (in the cell bar=90 stakes=retrain): ${reason}`),
    );
  });

  it.each(reasons)('is refused where the cell is shown (%s)', (name, reason) => {
    const scenario = library.get(`sample/${name}`)!;
    const flags = { scenarioFile: [], seed: 'show', family: 'Meridian', json: false };
    expect(() => renderCell(scenario, { stakes: 'retrain', wording: '1' }, flags)).toThrow(
      new UsageError(`sample/${name} (${fileOf(name)}): stakes=retrain wording=1 (in the cell bar=80 stakes=retrain): ${reason}`),
    );
    expect(renderCell(scenario, { stakes: 'retrain' }, flags).levels.stakes).toBe('retrain');
  });

  it.each(reasons)('is refused at load in a file that a person names, by file, level and wording (%s)', async (name, reason) => {
    await expect(loadScenarios([fileOf(name)], join(folder, 'none'))).rejects.toThrow(
      new UsageError(`${fileOf(name)}: stakes=retrain wording=1: ${reason}`),
    );
  });
});
