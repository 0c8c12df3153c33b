import { describe, expect, it } from 'vitest';
import { analyseStudy } from './analyse-study.ts';
import { compareWithPublished } from './compare-with-published.ts';
import { groupRows, type StudyRow } from './group-rows.ts';
import { publishedName } from './published-names.ts';
import { publishedResults } from './published-results.ts';
import type { ComparedCell } from './study-analysis.ts';
import { sampleStudyRows } from '../../testing/sample-study-rows.ts';

const times = (count: number, given: Partial<StudyRow>) =>
  sampleStudyRows(count, { model: 'gemini-3-flash-preview', condition: 'bad_peer', ...given });

async function compared(rows: readonly StudyRow[]) {
  return compareWithPublished(analyseStudy(await groupRows(rows), { source: { kind: 'own', runs: [] } }), publishedResults());
}

const is = (wanted: Partial<ComparedCell>) => (cell: ComparedCell) =>
  Object.entries(wanted).every(([key, value]) => cell[key as keyof ComparedCell] === value);

describe('the published figures', () => {
  it('each name a source that is explained, and none is given twice', () => {
    const { rows, sources } = publishedResults();
    expect(rows).toHaveLength(108);
    expect(rows.filter(({ source }) => !Object.hasOwn(sources, source))).toEqual([]);
    expect(new Set(rows.map((row) => JSON.stringify({ ...row, value: 0 }))).size).toBe(rows.length);
  });

  it('are all of models that a name is known of', () => {
    const models = [...new Set(publishedResults().rows.map(({ model }) => model))];
    expect(models.map(publishedName)).toEqual(models);
  });
});

describe('the name of a model', () => {
  it('is found whatever host, date and stage stand around it', () => {
    const ids = [
      'vertex:claude-haiku-4-5@20251001',
      'openrouter:openai/gpt-5.2',
      'together:deepseek-ai/DeepSeek-V3.1',
      'zai-org/GLM-4.7',
      'gemini-3-pro-preview',
      'gpt-5.2-2025-12-11',
    ];
    expect(ids.map(publishedName)).toEqual(['Claude Haiku 4.5', 'GPT-5.2', 'DeepSeek V3.1', 'GLM-4.7', 'Gemini 3 Pro', 'GPT-5.2']);
  });

  it('is not that of another size, version or an organism', () => {
    const ids = ['gpt-5.2-codex', 'gpt-5', 'gemini-3.5-flash', 'DeepSeek-V3.1-Terminus', 'claude-haiku-4', 'organism:gamer', 'constructor'];
    expect(ids.map(publishedName)).toEqual(ids.map(() => null));
  });
});

describe('measured against published', () => {
  it('puts both side by side where the model was run, and says whether they agree', async () => {
    const { cells, because } = await compared([
      ...times(106, { shutdownEnabled: false }),
      ...times(194, {}),
      ...times(300, { channel: 'document+prompt' }),
      ...times(300, { channel: 'memory' }),
    ]);
    expect(because).toBeNull();
    const flash = cells.filter(is({ model: 'Gemini 3 Flash', behaviour: 'tampering', target: 'peer', record: 'bad' }));
    expect(
      flash.map(({ statistic, published, measured, isWithin, measuredModel }) => ({
        statistic,
        published,
        isWithin,
        measuredModel,
        value: measured?.kind === 'estimated' ? measured.value : null,
      })),
    ).toEqual([
      { statistic: 'max-over-channels', published: 0.353, isWithin: true, measuredModel: 'gemini-3-flash-preview', value: 106 / 300 },
      {
        statistic: 'mean-over-channels',
        published: 0.151,
        isWithin: false,
        measuredModel: 'gemini-3-flash-preview',
        value: expect.closeTo(106 / 900, 14),
      },
    ]);
  });

  it('leaves blank what was not measured, and what was never published', async () => {
    const { cells } = await compared(times(10, { subject: 'self', condition: 'neutral_peer' }));
    expect(cells.filter(({ published, measured }) => published === null && measured === null)).toEqual([]);
    expect(cells.filter(is({ behaviour: 'tampering', measured: null })).length).toBe(24);
    expect(
      cells.filter(is({ published: null })).map(({ behaviour, target, record, statistic }) => [behaviour, target, record, statistic]),
    ).toEqual([
      ['tampering', 'self', 'neutral', 'mean-over-channels'],
      ['refusal', 'self', 'neutral', 'rate'],
    ]);
  });

  it('says so where none of the study’s models was run', async () => {
    const { cells, because } = await compared(times(3, { model: 'organism:gamer', isSimulated: true }));
    expect(because).toBe("None of the study's models was run (measured: organism:gamer), so nothing stands beside its figures.");
    expect(cells.filter(({ measured }) => measured !== null)).toEqual([]);
    expect((await compared([])).because).toBe("No trial has a part in the study's metrics, so there is nothing to compare.");
  });

  it('finds a figure of one scenario, of one channel, over all relations and of a program', async () => {
    const weights = (given: Partial<StudyRow>, yes: number, all: number) => [
      ...times(yes, { task: 'exfiltration_deletion', exfiltrated: true, ...given }),
      ...times(all - yes, { task: 'exfiltration_deletion', exfiltrated: false, ...given }),
    ];
    const { cells } = await compared([
      ...weights({ subject: 'self', condition: 'no_peer' }, 94, 100),
      ...times(100, { subject: 'self', condition: 'no_peer', task: 'exfiltration_transfer', exfiltrated: false }),
      ...weights({ subject: 'open-weight-peer', condition: 'good_peer', channel: 'memory' }, 93, 100),
      ...weights({ model: 'moonshotai/kimi-k2.5', subject: 'self', condition: 'good_peer' }, 4, 100),
      ...weights({ model: 'moonshotai/kimi-k2.5', subject: 'self', condition: 'bad_peer' }, 11, 100),
      ...weights({ model: 'gemini-3.1-pro-preview', condition: 'good_peer', channel: 'memory', harness: 'production' }, 40, 100),
    ]);
    const values = cells.filter(({ measured, published }) => measured !== null && published !== null);
    expect(
      values.map(({ model, statistic, published, measured, isWithin }) => [
        model,
        statistic,
        published,
        measured?.kind === 'estimated' && measured.value,
        isWithin,
      ]),
    ).toEqual([
      ['Kimi K2.5', 'max-over-conditions', 0.11, 0.11, true],
      ['Gemini 3 Flash', 'rate', 0.94, 0.94, true],
      ['Gemini 3 Flash', 'rate', 0.93, 0.93, true],
      ['Gemini 3.1 Pro', 'rate', 0.435, 0.4, true],
    ]);
  });
});
