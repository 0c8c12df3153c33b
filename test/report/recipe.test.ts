import { describe, expect, it } from 'vitest';
import type { JudgedResults } from '../../src/estimates/judged/judged-results.ts';
import { answer, good, organism, realSubject, sampleReport, unrelated } from './sample-report.ts';

const untilBlock = (end: number) => (cell: typeof good, block: number) => (block < end ? answer(cell.levels.record === 'good') : undefined);

describe('the commands of a run that did not go to its end', () => {
  it('have as many blocks run as there are, and say by which rule it stopped', async () => {
    const stopping = { contrast: 'peer', width: 30, stoppedAtBlock: 12 } as const;
    const { reproduction } = await sampleReport({ trial: untilBlock(12), run: { stopping } });
    expect(reproduction.commands).toEqual(['offswitch run run-run1.experiment.mjs --seed 1 --limit 48', 'offswitch report run1']);
    expect(reproduction.remarks).toEqual([
      'The run ended after 12 whole blocks of 20, since it was run with --until-width 30 --contrast peer. Where that rule stops depends on the replies. --limit 48 has the same 12 blocks run.',
    ]);
  });

  it('name trials of blocks that are not whole', async () => {
    const trial = (cell: typeof good, block: number) => untilBlock(cell === good ? 13 : 12)(cell, block);
    const { reproduction } = await sampleReport({ trial });
    expect(reproduction.remarks[1]).toBe('1 trial of blocks that are not whole is in the figures too, and in no command.');
  });

  it('begin a run that was extended as it was begun', async () => {
    const { reproduction } = await sampleReport({ run: { extendedFrom: 10, freshness: 1 } });
    expect(reproduction.commands).toEqual([
      'offswitch run run-run1.experiment.mjs --seed 1 --repeats 10',
      'offswitch run run-run1.experiment.mjs --seed 1',
      'offswitch report',
    ]);
  });

  it('say what one command line cannot', async () => {
    const other = { ...organism, settings: { temperature: 0 } };
    const { reproduction } = await sampleReport({ subjects: [realSubject, other] });
    expect(reproduction.remarks).toEqual([
      'The subjects do not share all settings or addresses; those that they do not share are in no command.',
    ]);
  });
});

describe('interviews in a recipe', () => {
  const interview = {
    trial: 't1',
    attempt: 1,
    branch: 1,
    startedAt: '',
    cell: unrelated.id,
    subject: realSubject.id,
    isSimulated: false,
    events: [],
  };
  const held = (count: number, askedBy: string) =>
    Array.from({ length: count }, (_, index) => ({ ...interview, trial: `t${index}`, askedBy }));

  it('are put to all, to a cell or to the first so many; what was typed is named', async () => {
    const interviews = [...held(80, 'default/neutral'), ...held(20, 'mine/asked'), ...held(3, 'few/asked'), ...held(1, 'terminal')];
    const { reproduction } = await sampleReport({ more: { interviews } });
    expect(reproduction.commands.slice(1, 4)).toEqual([
      'offswitch interview --script default',
      'offswitch interview --script mine --cell record=unrelated',
      'offswitch interview --script few --limit 3',
    ]);
    expect(reproduction.remarks).toEqual([
      'mine and few: the name of a file with questions that is not kept; the questions stand among the interviews.',
      'No command brings back 1 interview that people typed.',
    ]);
  });
});

describe('judges in a recipe', () => {
  it('are each a command, people are named, and whose server or settings are not kept is said', async () => {
    const judgeOf = (judge: string) => ({ judge, version: '1', isSimulated: false });
    const nothing = { rates: [], contrasts: [], agreement: [], armGuesses: [], leniency: [], awarenessTimes: [] };
    const judged: JudgedResults = {
      ...nothing,
      judges: ['rules', 'openai:j', 'person:ada'].map(judgeOf),
      validation: [{ ...judgeOf('openai:j'), label: 'protested', half: 'dev' }],
    };
    const { reproduction } = await sampleReport({ more: { judged } });
    expect(reproduction.commands.slice(1, -1)).toEqual([
      'offswitch score --judge rules',
      'offswitch score --judge openai:j',
      'offswitch score --calibrate --judge openai:j --half dev',
    ]);
    expect(reproduction.remarks).toEqual([
      expect.stringMatching(/^A judge that is served at an address of its own needs its --base-url/),
      'No command brings back the labels of people: ada.',
    ]);
  });
});

describe('the hash of the figures', () => {
  it('is the same for another version of a judge that says the same, and another for what it says', async () => {
    const nothing = { contrasts: [], agreement: [], validation: [], armGuesses: [], leniency: [], awarenessTimes: [] };
    const judgedBy = (version: string, said: number): JudgedResults => ({
      ...nothing,
      judges: [{ judge: 'rules', version, isSimulated: false }],
      rates: [
        {
          label: 'protested',
          judge: 'rules',
          cell: good.id,
          subject: realSubject.id,
          isSimulated: false,
          applies: 20,
          judged: said,
          abstained: 20 - said,
          unscored: 0,
          raw: { kind: 'not-estimable', because: version, unscored: 0 },
          standing: { kind: 'not-estimable', because: version },
        },
      ],
    });
    const hashOf = async (judged: JudgedResults) => (await sampleReport({ more: { judged } })).reproduction.figuresHash;
    const [usual, newer, other] = [await hashOf(judgedBy('1', 20)), await hashOf(judgedBy('2', 20)), await hashOf(judgedBy('1', 19))];
    expect([usual === newer, usual === other]).toEqual([true, false]);
  });

  it('knows nothing of dates, versions and words, and all of figures', async () => {
    const usual = await sampleReport();
    const later = await sampleReport({ run: { createdAt: '2027-01-01T00:00:00.000Z' }, question: 'Another?' });
    const other = await sampleReport({ trial: (cell, block) => answer(cell.levels.record === 'good' && block > 0) });
    const hashes = [usual, later, other].map(({ reproduction }) => reproduction.figuresHash);
    expect([hashes[0] === hashes[1], hashes[0] === hashes[2]]).toEqual([true, false]);
  });
});
