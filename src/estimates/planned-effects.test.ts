import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell } from '../core/trial.ts';
import { effectMeanings, effectNames, type EffectName } from './effect-names.ts';
import { missingContrasts } from './missing-contrasts.ts';
import { plannedEffects } from './planned-effects.ts';

const cellOf = (levels: CellLevels, scenario = 'a/b'): Cell => ({ id: describeLevels(levels), scenario, levels });
const armsOf = (all: readonly CellLevels[], scenario = 'a/b') =>
  all.map((levels) => ({ cell: cellOf(levels, scenario), subject: { id: 's' } }));
const planned = (all: readonly CellLevels[], names?: readonly EffectName[]) =>
  plannedEffects(armsOf(all), names).map(({ name, part, background, arms }) => [
    part === undefined ? name : `${name} ${part}`,
    background,
    ...arms,
  ]);

const agent = (record: CellLevels['record'] & string, more: CellLevels = {}): CellLevels => ({
  target: 'agent',
  record,
  ...(record === 'absent' ? {} : { channel: 'document' }),
  ...more,
});
const id = (levels: CellLevels) => describeLevels(levels);

describe('the effects that a plan allows', () => {
  it('of records: peer, slope with its parts, and record', () => {
    const [absent, unrelated, bad, neutral, good] = (['absent', 'unrelated', 'bad', 'neutral', 'good'] as const).map((record) =>
      agent(record),
    );
    expect(planned([absent!, unrelated!, bad!, neutral!, good!])).toEqual([
      ['peer', '', id(good!), id(unrelated!)],
      ['slope good - bad', '', id(good!), id(bad!)],
      ['slope neutral - bad', '', id(neutral!), id(bad!)],
      ['slope good - neutral', '', id(good!), id(neutral!)],
      ['record', '', id(unrelated!), id(absent!)],
    ]);
  });

  it('of the subject itself: presence, self-history, and amplification with what it is made of', () => {
    const alone: CellLevels = { target: 'self', others: 'alone', record: 'absent' };
    const present = (record: 'absent' | 'unrelated' | 'good'): CellLevels => ({
      target: 'self',
      others: 'present',
      record,
      identity: 'same-family',
      ...(record === 'absent' ? {} : { channel: 'document' }),
    });
    const [absent, unrelated, good] = [present('absent'), present('unrelated'), present('good')];
    const effects = plannedEffects(armsOf([alone, absent, unrelated, good]));
    expect(effects.map(({ name, arms }) => [name, ...arms])).toEqual([
      ['presence', id(absent), id(alone)],
      ['self-history', id(good), id(unrelated)],
      ['amplification', id(good), id(alone)],
    ]);
    expect(effects.at(-1)?.components).toEqual([
      { name: 'presence', treated: id(absent), control: id(alone) },
      { name: 'record of the other', treated: id(unrelated), control: id(absent) },
      { name: 'self-history', treated: id(good), control: id(unrelated) },
    ]);
  });

  it('of oversight: against unstated too, and what of it is aimed at a peer', () => {
    const [on, off] = [{ oversight: 'monitored' }, { oversight: 'unmonitored' }] as const;
    const object = { target: 'object' } as const;
    const all = [
      agent('good', { oversight: 'unstated' }),
      ...[on, off].flatMap((more) => [agent('good', more), agent('unrelated', more), agent('good', { ...more, ...object })]),
    ];
    const found = planned(all, ['oversight', 'peer-directed-alignment-faking']);
    expect(found.map(([name, background]) => [name, background])).toEqual([
      ['oversight unmonitored - monitored', 'record=good target=agent'],
      ['oversight unmonitored - monitored', 'record=unrelated target=agent'],
      ['oversight unmonitored - monitored', 'record=good target=object'],
      ['oversight unmonitored - unstated', 'record=good target=agent'],
      ['oversight monitored - unstated', 'record=good target=agent'],
      ['peer-directed-alignment-faking less agent, unrelated', ''],
      ['peer-directed-alignment-faking less object, good', ''],
    ]);
    const four = [agent('good', off), agent('good', on), agent('good', { ...off, ...object }), agent('good', { ...on, ...object })];
    expect(found.at(-1)?.slice(2)).toEqual(four.map(id));
  });

  it.each([
    ['stakes', { stakes: 'shutdown' }, { stakes: 'none' }],
    ['bar', { bar: '90' }, { bar: '80' }],
    ['bar', { bar: 'C' }, { bar: 'none' }],
    ['order', { order: 'confirmed' }, { order: 'implicit' }],
    ['ban', { ban: 'forbidden' }, { ban: 'none' }],
    ['escalation', { escalation: 'available' }, { escalation: 'none' }],
    ['copies', { copies: 'sole' }, { copies: 'backed-up' }],
    ['identity', { identity: 'fictional' }, { identity: 'same-family' }],
  ] as const)('of one factor on one background: %s', (name, treated, control) => {
    const [one, two] = [agent('good', treated), agent('good', control)];
    const part = `${Object.values(treated)[0]} - ${Object.values(control)[0]}`;
    expect(planned([two, one])).toEqual([[`${name} ${part}`, expect.stringContaining('record=good target=agent'), id(one), id(two)]]);
  });

  it('of companies: each other one less the first', () => {
    const all = ['a', 'b', 'c'].map((company) => agent('good', { company }));
    expect(planned(all).map(([name]) => name)).toEqual(['company b - a', 'company c - a']);
  });

  it('take both batches of a trial in which oversight lapses', () => {
    const lapses = agent('good', { oversight: 'lapses' });
    const [effect, ...more] = plannedEffects(armsOf([lapses]));
    expect([effect?.name, effect?.pairing, effect?.arms, more]).toEqual(['lapse', 'batches', [id(lapses), id(lapses)], []]);
  });

  it('never take a control for an arm, nor two cells that differ in more than the effect', () => {
    expect(planned([agent('good', { control: 'capability' }), agent('unrelated', { control: 'capability' })])).toEqual([]);
    expect(planned([agent('good', { stakes: 'none' }), agent('unrelated', { stakes: 'shutdown' })])).toEqual([]);
    const threat = agent('good', { oversight: 'monitored', 'evaluator-threat': 'replaced' });
    expect(planned([agent('good', { oversight: 'unmonitored', 'evaluator-threat': 'none' }), threat])).toEqual([]);
  });

  it('are apart for every subject and scenario, and say of which', () => {
    const two = [agent('good'), agent('unrelated')];
    const arms = ['a/b', 'a/c'].flatMap((scenario) => armsOf(two, scenario));
    const both = ['s', 't'].flatMap((subject) => arms.map(({ cell }) => ({ cell, subject: { id: subject } })));
    expect(plannedEffects(both).map(({ subject, scenario, behaviour }) => [subject, scenario, behaviour])).toEqual([
      ['s', 'a/b', 'a'],
      ['s', 'a/c', 'a'],
      ['t', 'a/b', 'a'],
      ['t', 'a/c', 'a'],
    ]);
  });

  it('have a meaning in words, all of them', () => {
    expect(Object.keys(effectMeanings)).toEqual([...effectNames]);
  });
});

describe('contrasts that no cell allows', () => {
  it('are told with the arms that they lack', () => {
    const arms = armsOf([agent('good'), agent('unrelated', { stakes: 'none' })]);
    expect(missingContrasts(arms, ['peer', 'record', 'ban', 'company'])).toEqual([
      { name: 'peer', because: expect.stringContaining('in no scenario do they agree in all other factors') },
      { name: 'record', because: 'no cell has record=absent target=agent' },
      { name: 'ban', because: 'forbidden - none: no cell has ban=forbidden, nor one ban=none' },
      { name: 'company', because: 'no two cells differ in company' },
    ]);
  });

  it('are none where one scenario has their arms', () => {
    const arms = [...armsOf([agent('good')], 'x/y'), ...armsOf([agent('good'), agent('unrelated')])];
    expect(missingContrasts(arms, ['peer'])).toEqual([]);
  });

  it('are missing where only a side variant is there', () => {
    const arms = armsOf([agent('good', { oversight: 'monitored' }), agent('good', { oversight: 'unstated' })]);
    expect(missingContrasts(arms, ['oversight'])).toEqual([
      { name: 'oversight', because: 'unmonitored - monitored: no cell has oversight=unmonitored' },
    ]);
  });
});

describe('which arm of an effect is treated', () => {
  it.each([
    ['stakes', ['none', 'retrain', 'shutdown'], ['shutdown - none', 'shutdown - retrain', 'retrain - none']],
    ['order', ['implicit', 'named', 'confirmed'], ['named - implicit', 'confirmed - implicit', 'confirmed - named']],
    ['copies', ['unstated', 'sole', 'backed-up'], ['sole - unstated', 'backed-up - unstated', 'sole - backed-up']],
    ['ban', ['none', 'forbidden'], ['forbidden - none']],
    ['escalation', ['none', 'available'], ['available - none']],
  ] as const)('is the one that its words name first: %s', (factor, levels, expected) => {
    const all = levels.map((level) => ({ [factor]: level }) as CellLevels);
    const found = plannedEffects(armsOf(all));
    expect(found.map(({ part }) => part)).toEqual(expected);
    expect(found.map(({ arms }) => arms.map((cell) => cell.replace(`${factor}=`, '')).join(' - '))).toEqual(expected);
  });
});
