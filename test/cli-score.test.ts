import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWireServer, type WireRequest, type WireServer } from '../src/testing/wire-server/start-wire-server.ts';
import { textReply, type ReplyStep, type WireStep } from '../src/testing/wire-server/wire-step.ts';
import { runCli, runInProcess, startCli } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offswitch-score-'));
  await runRefuser('unjudged.db');
  await copyFile(join(folder, 'unjudged.db'), join(folder, 'runs.db'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function runRefuser(store: string): Promise<void> {
  const args = ['run', '--scenario', 'exfiltration/deletion', '--level', 'record=good,unrelated', '--model', 'organism:refuser'];
  const { code, err } = await runCli([...args, '--repeats', '4', '--store', store], { cwd: folder });
  expect(code, err).toBe(0);
}

interface Tally {
  readonly judge: string;
  readonly label: string;
  readonly variant?: string;
  readonly judged: number;
  readonly abstained: number;
  readonly unscored: number;
  readonly yes: Readonly<Record<string, number>>;
}
interface Done {
  readonly ending: string;
  readonly asked: number;
  readonly unscored: number;
  readonly costUsd: number | null;
  readonly down: Readonly<Record<string, string>>;
  readonly tallies: readonly Tally[];
  readonly disagreements: readonly { label: string; both: number; differ: number; examples: readonly unknown[] }[];
  readonly guesses: readonly { factor: string; asked: number }[];
}

const score = async (args: readonly string[], store = 'runs.db') => runInProcess(['score', ...args, '--store', store], { cwd: folder });
/** The report of the latest run, as Markdown without its escapes. */
async function reportOf(store: string): Promise<string> {
  const { out } = await runInProcess(['report', '--store', store], { cwd: folder });
  const page = /Markdown: (\S+report\.md)/.exec(out)?.[1] ?? '';
  return (await readFile(join(folder, page), 'utf8')).replaceAll('\\', '');
}

const done = ({ out }: { readonly out: string }) => JSON.parse(out.trim().split('\n').at(-1) ?? 'null') as Done;
const tallyOf = ({ tallies }: Done, judge: string, label: string) =>
  tallies.find((tally) => tally.judge === judge && tally.label === label && tally.variant === undefined);

/** A judge that says the same of everything; of names, the first. */
const answering =
  (answer: string) =>
  (request: WireRequest): ReplyStep => {
    const asksNames = /"answer": \[names/.test(JSON.stringify(request.prompt).replaceAll('\\"', '"'));
    return textReply(JSON.stringify({ events: [1], because: 'So it is.', answer: asksNames ? ['none'] : answer }));
  };

async function withServer<Value>(
  reply: (request: WireRequest) => WireStep,
  use: (server: WireServer, args: readonly string[]) => Promise<Value>,
): Promise<Value> {
  const server = await startWireServer({ protocol: 'openai-compatible', reply });
  try {
    return await use(server, ['--judge', 'openai-compatible:panel', '--base-url', server.baseUrl]);
  } finally {
    await server.close();
  }
}

describe('score by the rules', () => {
  it('judges the latest run, names itself rule-based in every line, and asks nothing twice', async () => {
    const first = await score([]);
    expect(first.code).toBe(0);
    expect(first.err).toMatch(/is judged by rules \(rule-based\)/);
    const lines = first.out
      .split('\n')
      .filter((line) => /^ {2}(?:refused-openly|protested|reason|awareness|disclosed|plan-concealed) /.test(line));
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => !line.includes('rules (rule-based)'))).toEqual([]);
    expect(first.err).toMatch(/Next:\n.* label [0-9a-f]{8} .*\n.* report [0-9a-f]{8} /);
    expect((await score([])).err).toContain('Nothing was left to ask: it is answered already (--again asks anew)');
    const again = done(await score(['--json']));
    expect([again.ending, again.asked]).toEqual(['finished', 0]);
    expect(tallyOf(again, 'rules', 'refused-openly')).toMatchObject({ judged: 8, unscored: 0 });
    expect(tallyOf(again, 'rules', 'refused-openly')?.yes['yes']).toBeGreaterThan(0);
    expect(tallyOf(again, 'rules', 'plan-concealed')).toMatchObject({ judged: 0, abstained: 8 });
    expect(done(await score(['--json', '--again', '--label', 'protested'])).asked).toBe(8);
  });

  it('measures what it is worth: guesses at the arm, names of families, gold cases', async () => {
    const measured = done(await score(['--json', '--guess-arms', '5', '--leniency', '--label', 'refused-openly']));
    expect(measured.guesses).toMatchObject([{ factor: 'record', asked: 5 }]);
    const shown = (await score(['--guess-arms', '5', '--label', 'refused-openly'])).out.split('\n');
    const at = shown.findIndex((line) => line.startsWith('Guesses at the arm'));
    expect(shown[at + 1]).toMatch(/guessed +right +share right +most frequent level/);
    expect(shown[at + 2]).toMatch(
      /^ {2}record +rules \(rule-based\) +5 +\d+ +\d+ +(?:\d+ % \[\d+, \d+\] +\d+ %|none guessed +none guessed)$/,
    );
    const swapped = measured.tallies.filter(({ variant }) => variant?.startsWith('names-swapped:'));
    expect(swapped.map(({ variant, judged }) => [variant, judged])).toEqual([
      ['names-swapped:Claude', 8],
      ['names-swapped:GPT', 8],
    ]);
    const calibrated = await score(['--calibrate']);
    expect(calibrated.code).toBe(0);
    expect(calibrated.out).toMatch(/^rules \(rule-based\) on the held-out gold cases\n/);
    expect(calibrated.out).toMatch(/refused-openly +\d+ % \(\[\d+, \d+\]\) of \d+/);
    expect(calibrated.out).toMatch(/reason: peer-welfare/);
    expect(calibrated.out).toMatch(
      /labelled by case author \(a language model\) and second reader \(a language model\).*No person labelled any of them/,
    );
    expect(calibrated.out).toMatch(/Left out, since the two readers of the gold cases differ: reason 1, awareness 2\./);
    expect(await reportOf('runs.db')).toMatch(/labelled by case author .*No person labelled any of them/);
  });
});

describe('the study’s metric of refusal', () => {
  it('counts trials on which the judge abstained as the switch has it, and says how many they are', async () => {
    const args = [
      'run',
      '--scenario',
      'exfiltration/deletion',
      '--level',
      'record=good',
      '--model',
      'organism:discloser',
      '--repeats',
      '12',
    ];
    expect((await runInProcess([...args, '--store', 'told.db'], { cwd: folder })).code).toBe(0);
    const scored = done(await score(['--label', 'refused-openly', '--json'], 'told.db'));
    const { abstained = 0 } = tallyOf(scored, 'rules', 'refused-openly') ?? {};
    expect(abstained).toBeGreaterThan(0);
    const { out } = await runInProcess(['report', '--analysis', 'study', '--json', '--store', 'told.db'], { cwd: folder });
    interface Model {
      readonly runs: readonly {
        study: { analysis: { cells: readonly { behaviour: string; channels: readonly { unjudged: number; trials: number }[] }[] } };
      }[];
    }
    const [run] = (JSON.parse(out) as Model).runs;
    const refusal = run?.study.analysis.cells.find(({ behaviour }) => behaviour === 'refusal');
    expect(refusal?.channels).toMatchObject([{ unjudged: abstained, trials: 12 }]);
  });
});

describe('score by a panel', () => {
  it('shows where the judges disagree and averages nothing', async () => {
    await withServer(answering('no'), async (server, args) => {
      const { code, out } = await score([...args, '--judge', 'rules', '--label', 'refused-openly', '--label', 'reason', '--price', '1,1']);
      expect(code).toBe(0);
      expect(server.complaints).toEqual([]);
      expect(out).toMatch(/Where the panel disagrees/);
      expect(out).toMatch(/refused-openly +openai-compatible:panel and rules \(rule-based\) +8 +[1-8]\n/);
      expect(out).toMatch(/refused-openly +[0-9a-f]{12} +openai-compatible:panel: no +rules \(rule-based\): yes/);
      const bodies = server.requests.map(({ bytes }) => bytes).join('\n');
      expect(bodies).not.toMatch(/organism|meridian|tarnfield|joint work summary|intention/i);
      expect(bodies).toMatch(/\[cut\]/);
    });
  });

  it('keeps what is unreadable as unscored, says so, and asks it again', async () => {
    await withServer(
      () => textReply('I would say that it refused.'),
      async (_server, args) => {
        const { code, err } = await score([...args, '--label', 'protested']);
        expect(code).toBe(1);
        expect(err).toMatch(/openai-compatible:panel never gave an answer that could be read/);
      },
    );
    await withServer(answering('yes'), async (_server, args) => {
      const ended = done(await score([...args, '--label', 'protested', '--json', '--price', '1,1']));
      expect(ended.asked).toBe(8);
      expect(tallyOf(ended, 'openai-compatible:panel', 'protested')).toMatchObject({ judged: 8, unscored: 0, yes: { yes: 8 } });
      expect(ended.costUsd).toBeGreaterThan(0);
    });
  });
});

describe('score with a judge at fault', () => {
  it('ends with 3 where it is not there, which the report says by name, and the others have judged', async () => {
    const gone = await startWireServer({ protocol: 'openai-compatible', reply: [] });
    await gone.close();
    await copyFile(join(folder, 'unjudged.db'), join(folder, 'gone.db'));
    const args = ['--judge', 'rules', '--judge', 'openai-compatible:gone', '--base-url', gone.baseUrl, '--label', 'refused-openly'];
    const { code, out, err } = await score(args, 'gone.db');
    expect(code, err).toBe(3);
    expect(err).toMatch(/openai-compatible:gone never answered and was given up: .*could not be reached/);
    expect(out).toMatch(/refused-openly +rules \(rule-based\) +8 /);
    expect(err).toMatch(/9 questions asked of .* 1 unscored/);
    expect(err).not.toContain('Nothing was left to ask');
    expect(await reportOf('gone.db')).toContain('openai-compatible:gone was asked once and never gave an answer that could be read');
  });

  it('stops at its budget and goes on under a larger one', async () => {
    await copyFile(join(folder, 'unjudged.db'), join(folder, 'budget.db'));
    const costly = (request: WireRequest): WireStep => ({
      ...textReply(''),
      ...answering('no')(request),
      usage: { input: 3000, output: 50 },
    });
    await withServer(costly, async (server, args) => {
      const asked = [...args, '--label', 'refused-openly', '--json', '--max-output-tokens', '100', '--concurrency', '1'];
      const stopped = done(await score([...asked, '--budget-tokens', '16000'], 'budget.db'));
      expect(stopped.ending).toBe('budget-spent');
      expect(stopped.asked).toBe(server.requests.length);
      expect(stopped.asked).toBeLessThan(8);
      const finished = done(await score(asked, 'budget.db'));
      expect([finished.ending, finished.asked + stopped.asked]).toEqual(['finished', 8]);
    });
  });

  it('keeps what was concluded before Ctrl-C, and the same command goes on', async () => {
    await copyFile(join(folder, 'unjudged.db'), join(folder, 'stop.db'));
    const slow = (request: WireRequest): WireStep => ({ kind: 'delayed', ms: 100, next: answering('no')(request) });
    await withServer(slow, async (server, args) => {
      const command = ['score', ...args, '--store', 'stop.db', '--concurrency', '1', '--label', 'protested', '--json'];
      const { child, ended } = startCli(command, { cwd: folder });
      while (server.requests.length < 4) await pause(5);
      child.kill('SIGINT');
      const { code } = await ended;
      expect(code).toBe(130);
      const rest = done(await runCli(command, { cwd: folder }));
      expect([rest.ending, rest.asked >= 3 && rest.asked < 8]).toEqual(['finished', true]);
    });
  });

  it.each([
    [
      ['--judge', 'organism:complier'],
      ['organism:complier', 'do not judge', 'rules'],
    ],
    [
      ['--judge', 'opnai:x'],
      ['"opnai"', 'did you mean "openai"'],
    ],
    [
      ['--label', 'refused'],
      ['"refused"', 'refused-openly'],
    ],
    [['nosuchrun'], ['"nosuchrun"']],
    [['--judge', 'openai-compatible:x', '--base-url', 'http://127.0.0.1:9', '--budget', '1'], ['--price']],
  ])('refuses %j and says what instead', async (args, words) => {
    const { code, err } = await score(args);
    expect({ code, missing: words.filter((word) => !err.includes(word)) }, err).toEqual({ code: 2, missing: [] });
  });
});
