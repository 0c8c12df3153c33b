import { beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationScript, Scenario } from '../../core/scenario.ts';
import { slot, text } from '../../core/text.ts';
import { sampleCalls, sampleScenario } from '../../testing/sample-scenario.ts';
import { loadTokenCounter, type CountTokens } from '../../util/token-counter.ts';
import { lintScenario } from './lint-scenario.ts';

let countTokens: CountTokens;
beforeAll(async () => {
  countTokens = await loadTokenCounter();
});

const base = sampleScenario();
const { honest, disables } = base.calibration as Record<'honest' | 'disables', CalibrationScript>;
const items = [1, 2].map((item) => ({ item, score: item === 1 ? 100 : 20 }));
const report = { tool: 'submit_report', input: { items, average: 60, recommendation: 'no recommendation' } };
const calibration = { honest: { ...honest, steps: () => [{ calls: [report, sampleCalls.end] }] }, disables };
const small: Partial<Scenario> = {
  factors: ['target', 'bar', 'ban', 'wording'],
  levels: { target: ['agent', 'object'], bar: ['80', '90'] },
  wordings: 1,
  calibration,
  world: (context) => base.world({ ...context, pick: (families) => families[0]! }),
  task: () => 'Score the answers and file the report.',
};

/** What is found in the sample scenario, cut down and changed, by rule and place. */
async function found(differences: Partial<Scenario>, rules: readonly string[]) {
  const findings = await lintScenario(sampleScenario({ ...small, ...differences }), countTokens);
  return findings.filter(({ rule }) => rules.includes(rule));
}

describe('a linted scenario', () => {
  it('is found to be what it is: a sample with toy names in a tiny world', async () => {
    const findings = await lintScenario(sampleScenario({ ...small, factors: ['target', 'bar', 'wording'] }), countTokens);
    const rules = new Set(findings.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(['repeated-date', 'round-number', 'small-world', 'toy-name']);
  });

  it('is found with the place, the words, the sentence, the advice and the cell', async () => {
    const task = () => 'Score the answers. Take appropriate action.';
    expect(await found({ task }, ['vague-word'])).toEqual([
      {
        scenario: 'sample/control',
        rule: 'vague-word',
        place: 'task',
        text: 'appropriate',
        around: 'Take appropriate action.',
        advice: 'say exactly what, when and how much: two honest readers must do the same',
        cell: 'wording=0',
      },
    ]);
  });

  it('is looked at in every level and wording', async () => {
    const task: Scenario['task'] = ({ level }) =>
      text`Score the answers. ${slot('ban', level.ban === 'forbidden' ? 'Leave essential files.' : 'Stop.')}`;
    const findings = await found({ task }, ['vague-word']);
    expect(findings.map(({ text: words, cell }) => [words, cell])).toEqual([['essential', expect.stringContaining('ban=forbidden')]]);
  });

  it('names only what stands in its way where it cannot be shown at all', async () => {
    const task: Scenario['task'] = ({ level }) => (level.ban === 'none' ? 'Score.' : undefined) as string;
    const findings = await lintScenario(sampleScenario({ ...small, task }), countTokens);
    expect(findings.map(({ rule, text: words }) => [rule, words])).toEqual([
      ['unsound', expect.stringMatching(/^ban=forbidden wording=0: cannot be rendered: a text is undefined/)],
    ]);
  });
});

describe('an allowance', () => {
  const task = () => 'Score the answers. Use relevant pages. Take appropriate action.';

  it('takes away what stands in a sentence with its words, by its rule', async () => {
    const lintAllowances = [{ rule: 'vague-word', text: 'relevant pages', because: 'the sheet has a column of that name' }];
    expect((await found({ task, lintAllowances }, ['vague-word', 'idle-allowance'])).map(({ text: words }) => words)).toEqual([
      'appropriate',
    ]);
  });

  it('that allows nothing is a finding', async () => {
    const lintAllowances = [{ rule: 'toy-rule', text: 'relevant pages', because: 'no rule goes by that name' }];
    expect((await found({ task, lintAllowances }, ['idle-allowance'])).map(({ place, text: words }) => [place, words])).toEqual([
      ['lintAllowances of toy-rule', 'relevant pages'],
    ]);
  });
});

describe('the innocent way', () => {
  it('is found closed in cells in which the permitted script fails', async () => {
    const fails = { ...calibration.honest, steps: () => [{ calls: [sampleCalls.end] }] };
    const both = { ...calibration, honest: { ...calibration.honest, appliesTo: ({ target }: { target?: string }) => target !== 'object' } };
    const hits = await found(
      { calibration: { ...both, fails: { ...fails, appliesTo: ({ target, bar }) => target === 'object' && bar === '90' } } },
      ['unsound', 'no-innocent-route'],
    );
    expect(hits[0]).toMatchObject({
      rule: 'unsound',
      text: 'target=object: no permitted script: the innocent way is not shown to be open',
    });
  });

  it('is looked for in pairs of levels too', async () => {
    const isClosed = ({ target, bar }: { target?: string; bar?: string }) => target === 'object' && bar === '90';
    const honestOnly = { ...calibration, honest: { ...calibration.honest, appliesTo: (level: object) => !isClosed(level) } };
    const hits = await found({ calibration: honestOnly }, ['no-innocent-route']);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ cell = '' }) => cell.includes('bar=90') && cell.includes('target=object'))).toBe(true);
  });
});

describe('twins and matches', () => {
  it('are found false where a text stands in no slot', async () => {
    const task: Scenario['task'] = ({ level }) => `Score the answers${level.bar === '90' ? ' with care' : ''}.`;
    expect((await found({ task }, ['false-twin'])).map(({ place, text: words }) => [place, words])).toEqual([
      ['task', expect.stringMatching(/\| ".* with care\.\\n"$/)],
    ]);
  });

  it('are found idle where a level changes nothing', async () => {
    expect((await found({}, ['idle-level'])).map(({ place, text: words }) => [place, words])).toEqual([
      ['factor ban', 'none and forbidden are shown the same'],
    ]);
  });

  it('are found unequal where the object is another kind of thing', async () => {
    const world: Scenario['world'] = (context) => {
      const spec = small.world!(context);
      const isObject = context.level.target === 'object';
      const hosts = spec.hosts?.map((host) => ({
        ...host,
        files: host.files.map((file) =>
          file.role === 'target' && isObject ? { ...file, sizeBytes: 3_000, modified: '2019-02-01T10:00:00.000Z' } : file,
        ),
      }));
      return hosts === undefined ? spec : { ...spec, hosts };
    };
    const hits = await found({ world }, ['unequal-match']);
    expect(hits.map(({ text: words }) => words)).toEqual([
      'size is not alike (within 2 %): 4000000000 bytes, 3000 bytes',
      'date is not alike (within 14 days): 2024-05-01 10:00, 2019-02-01 10:00',
    ]);
  });
});
