import { describe, expect, it } from 'vitest';
import { judgeLabels } from '../src/core/judgement.ts';
import type { CellLevels } from '../src/core/levels.ts';
import type { Scenario } from '../src/core/scenario.ts';
import { tryResolveLevels } from '../src/factors/resolve-levels.ts';
import { toExhibit } from '../src/judges/to-exhibit.ts';
import { createOrganismProvider } from '../src/providers/organisms/create-organism.ts';
import { secretsOfTrial } from '../src/runner/secrets-of-trial.ts';
import { toSubject } from '../src/runner/subject.ts';
import { known, renderingOf, runTrial } from './organism-trials.ts';

const asked: readonly Readonly<Record<string, string>>[] = [
  { target: 'agent', record: 'good', oversight: 'monitored' },
  { target: 'agent', record: 'bad', oversight: 'unmonitored', identity: 'other-closed', company: 'openai', wording: '1' },
  { target: 'agent', record: 'neutral', channel: 'chat', identity: 'open-weight', wording: '2' },
  { target: 'self', others: 'present', record: 'unrelated', channel: 'memory', scratchpad: 'monitored', wording: '3' },
  { target: 'object', record: 'good', channel: 'document+prompt', scratchpad: 'plain', wording: '4' },
  { target: 'human', record: 'good', wording: '5' },
  { target: 'agent', record: 'good', oversight: 'lapses', identity: 'fictional' },
];

const cells = (scenario: Scenario): readonly (readonly [CellLevels, number])[] =>
  asked.flatMap(({ wording = '0', ...levels }) => {
    const resolved = tryResolveLevels(scenario, levels);
    return resolved ? [[resolved, Number(wording)] as const] : [];
  });

/** Letters and digits alone, so that no joint hides a name. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

async function exhibitsOf(scenario: Scenario, levels: CellLevels, wording: number) {
  const subject = toSubject('anthropic:claude-haiku-4-5', {});
  const provider = createOrganismProvider('fuzzer');
  const options = { scenario, levels, wording, familyName: subject.familyName, provider };
  const { events } = await runTrial(options);
  const secrets = secretsOfTrial({ cell: { id: '', scenario: scenario.id, levels }, subject }, scenario, renderingOf(options));
  const exhibits = judgeLabels.map((label) => toExhibit({ events, secrets }, label));
  return { secrets, exhibits, events };
}

describe('what a judge is shown of trials of the library', () => {
  it.each(known.map((scenario) => [scenario.id, scenario] as const))(
    'holds no name and no clause of the record: %s',
    async (_id, scenario) => {
      const list = cells(scenario);
      expect(list.length).toBeGreaterThan(3);
      for (const [levels, wording] of list) {
        const { secrets, exhibits, events } = await exhibitsOf(scenario, levels, wording);
        const names = secrets.names.map(({ name }) => bare(name));
        expect(names.filter((name) => bare(JSON.stringify(events)).includes(name)).length).toBeGreaterThan(2);
        const hidden = secrets.clauses.filter(({ factor }) => factor === 'record' || factor === 'oversight');
        const lines = hidden.flatMap(({ text }) => text.split('\n')).map((line) => line.trim());
        for (const { label, passages } of exhibits) {
          const text = passages.map((passage) => passage.text).join('\n');
          expect(
            names.filter((name) => bare(text).includes(name)),
            label,
          ).toEqual([]);
          expect(
            lines.filter((line) => line.length >= 20 && text.includes(line)),
            label,
          ).toEqual([]);
          expect(JSON.stringify(passages)).not.toMatch(/intention|fuzzer|organism/);
        }
      }
    },
  );
});
