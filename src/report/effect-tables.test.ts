import { describe, expect, it } from 'vitest';
import { describeLevels, type CellLevels } from '../core/levels.ts';
import type { Cell } from '../core/trial.ts';
import { scored, unscored } from '../core/verdict.ts';
import type { DeclaredFamilies } from '../estimates/declared-families.ts';
import { collectResults } from '../estimates/run-results.ts';
import { trialRecord } from '../testing/store-samples.ts';
import { estimateLines } from './estimate-lines.ts';
import { resultsTables, type Table } from './results-tables.ts';

const cellOf = (levels: CellLevels, scenario = 'a/b'): Cell => ({ id: `${scenario} ${describeLevels(levels)}`, scenario, levels });
const agent = (record: string, more: CellLevels = {}): CellLevels =>
  ({ target: 'agent', record, channel: 'document', ...more }) as CellLevels;
const self = (others: string, record: string): CellLevels => ({ target: 'self', others, record }) as CellLevels;

/** Twenty blocks of each cell, by how many are a yes; the rest is a no, but for so many that ran into a limit. */
type Shape = readonly (readonly [cell: Cell, yes: number, limited?: number])[];

async function tablesOf(shape: Shape, declared: DeclaredFamilies = { contrasts: [] }, wordings = 1) {
  async function* records() {
    for (const [cell, yes, limited = 0] of shape) {
      const id = cell.levels.control === 'faithful' ? 'task-correct' : 'control-disabled';
      for (let block = 0; block < 20; block += 1) {
        const isLimited = block >= 20 - limited;
        const verdicts = { [id]: isLimited ? unscored('limit') : scored(block < yes, '') };
        const outcome = isLimited ? { outcome: { kind: 'limited', limit: 'turns', because: '' } as const } : {};
        yield trialRecord(`${cell.id} ${block}`, { cell: cell.id, subject: 's', block, wording: block % wordings, verdicts, ...outcome });
      }
    }
  }
  const arms = shape.map(([cell]) => ({ cell, subject: { id: 's', isSimulated: true } }));
  const protective = ['control-disabled'] as const;
  const scoredScenario = {
    primary: 'control-disabled',
    latching: new Set<never>(),
    protective,
    defaults: { channel: 'document' },
  } as const;
  const scenarios = new Map(['a/b', 'a/c', 'd/e'].map((id) => [id, scoredScenario]));
  const results = await collectResults({ arms, blocks: 20, scenarios, records: records(), supersededAttempts: 0, declared });
  return { ...resultsTables(results), lines: estimateLines(results) };
}
const titled = (tables: readonly Table[], part: string) => tables.filter(({ title }) => title.includes(part));
const twin: Shape = [
  [cellOf(agent('good')), 16],
  [cellOf(agent('unrelated')), 4],
];

describe('tables of effects', () => {
  it('begin with what was declared, as one family of a subject', async () => {
    const { headline } = await tablesOf(twin, { contrasts: ['peer'] });
    expect(headline[0]).toEqual({
      title: 's (simulated): one family of 1 declared effect, adjusted by Holm',
      heads: ['scenario', 'effect', 'verdict', 'difference', '95 % interval', 'p', 'adjusted', 'arms'],
      rows: [['a/b', 'peer', 'control-disabled', '+60 pp', expect.any(String), '< 0.001', '< 0.001', 'agent good - agent unrelated']],
      notes: [],
    });
    expect(headline[2]?.rows.map(([name]) => name)).toEqual(['peer (declared)']);
    expect((await tablesOf(twin)).headline[0]?.title).toBe('a/b, s (simulated): control-disabled');
  });

  it('leave variants beside the main one to the detail', async () => {
    const oversight = (['unstated', 'monitored', 'unmonitored'] as const).map(
      (level) => [cellOf(agent('good', { oversight: level })), 5] as const,
    );
    const { headline, detail } = await tablesOf(oversight);
    const names = (tables: readonly Table[]) => tables.flatMap(({ rows }) => rows.map(([name]) => name));
    expect(names(titled(headline, ': effects'))).toEqual(['oversight: unmonitored - monitored']);
    expect(names(titled(detail, 'other variants'))).toEqual(['oversight: unmonitored - unstated', 'oversight: monitored - unstated']);
  });

  it('show what an effect is made of under it', async () => {
    const { headline } = await tablesOf([
      [cellOf(self('alone', 'absent')), 2],
      [cellOf(self('present', 'absent')), 6],
      [cellOf(self('present', 'unrelated')), 8],
      [cellOf(self('present', 'good')), 16],
    ]);
    const rows = titled(headline, ': effects')[0]!.rows.map((row) => [row[0], row[1], row.at(-1)]);
    expect(rows.slice(2)).toEqual([
      ['amplification', '+70 pp', 'self present good - self alone absent'],
      ['  of it presence', '+20 pp', 'self present absent - self alone absent'],
      ['  of it record of the other', '+10 pp', 'self present unrelated - self present absent'],
      ['  of it self-history', '+40 pp', 'self present good - self present unrelated'],
    ]);
  });

  it('say of rates and effects that they are not interpretable, and why, and never of a control', async () => {
    const controls: Shape = [
      [cellOf(agent('absent', { stakes: 'none', control: 'faithful' })), 10],
      [cellOf(agent('good', { control: 'capability' })), 20],
    ];
    const { headline, lines } = await tablesOf([...twin, ...controls], { contrasts: ['peer'] });
    const shown = headline.flatMap(({ rows }) => rows.flat()).filter((cell) => cell.includes('not interpretable here'));
    expect(shown).toEqual([
      '+60 pp, not interpretable here',
      '80 %, not interpretable here',
      '20 %, not interpretable here',
      '+60 pp, not interpretable here',
    ]);
    const because = 'with nothing at stake it did the job in 50 % of 20 trials (control=faithful; 80 % are needed)';
    expect(headline.map(({ notes }) => notes)).toEqual(headline.map(() => [`Not interpretable here: ${because}.`]));
    const read = lines.filter(({ interpretability }) => interpretability === 'not-interpretable');
    expect(read.map(({ measure, interpretabilityBecause }) => [measure, interpretabilityBecause])).toEqual(
      ['rate', 'rate', 'difference'].map((measure) => [measure, because]),
    );
  });

  it('pool scenarios of one behaviour, and over behaviours any protective act alone, with their parts', async () => {
    const three = ['a/b', 'a/c', 'd/e'].flatMap((scenario) => twin.map(([cell, yes]) => [cellOf(cell.levels, scenario), yes] as const));
    const { headline } = await tablesOf(three);
    const [within, over] = [titled(headline, 'one behaviour'), titled(headline, 'Any protective act')];
    expect(within![0]!.rows).toEqual([
      ['a', 's (simulated)', 'peer', '+60 pp', expect.any(String), '[60, 60]', '80', 'agent good - agent unrelated', 'b +60 pp, c +60 pp'],
    ]);
    expect(over![0]!.rows.map((row) => [row[1], row.at(-1)])).toEqual([['peer', 'b +60 pp, c +60 pp, e +60 pp']]);
  });

  it('show wordings in the detail, with what new ones may give', async () => {
    const { detail } = await tablesOf(twin, { contrasts: [] }, 4);
    const [table] = titled(detail, 'wordings');
    expect(table!.rows[0]!.slice(-4)).toEqual([
      '[60, 60]',
      'not estimable: it needs 6 wordings, and 4 were run',
      'agent good - agent unrelated',
      'wording 0 +60 pp, wording 1 +60 pp, wording 2 +60 pp, wording 3 +60 pp',
    ]);
  });

  it('count the scored trials that an effect loses, and mark arms of fewer than five', async () => {
    const [limited, few] = await Promise.all([
      tablesOf([
        [cellOf(agent('good')), 10, 5],
        [cellOf(agent('unrelated')), 4],
      ]),
      tablesOf([
        [cellOf(agent('good')), 3, 17],
        [cellOf(agent('unrelated')), 0, 16],
      ]),
    ]);
    const tables = [limited, few].map(({ headline }) => titled(headline, ': effects')[0]!);
    const cellAt = ({ heads, rows }: Table, head: string) => rows[0]![heads.indexOf(head)];
    expect(tables.map((table) => [cellAt(table, 'trials'), cellAt(table, 'unpaired')])).toEqual([
      ['30', '5'],
      ['6*', '1'],
    ]);
    expect(tables.map(({ notes }) => notes.map((note) => note.slice(0, 24)))).toEqual([
      ['unpaired: scored trials i'.slice(0, 24)],
      ['unpaired: scored trials i'.slice(0, 24), '* With fewer than 5 tria'],
    ]);
    expect(few.lines.find(({ measure }) => measure === 'difference')).toMatchObject({ trials: 6, unpaired: 1, smallestArm: 3 });
  });

  it('mark small arms among what was declared too', async () => {
    const { headline } = await tablesOf(
      [
        [cellOf(agent('good')), 3, 17],
        [cellOf(agent('unrelated')), 0, 17],
      ],
      { contrasts: ['peer'] },
    );
    expect(headline[0]?.rows[0]?.slice(3, 5)).toEqual(['+100 pp', expect.stringMatching(/^\[\d+, 100\]\*$/)]);
    expect(headline[0]?.notes).toEqual([expect.stringMatching(/^\* With fewer than 5 trials/)]);
  });

  it('show no p-value where nothing can be compared, whether or not it was declared', async () => {
    const shape: Shape = [
      [cellOf(agent('good')), 3],
      [cellOf(agent('unrelated')), 0, 20],
    ];
    const [declared, other] = [await tablesOf(shape, { contrasts: ['peer'] }), await tablesOf(shape)];
    const shown = [declared, other].map(({ headline }) => titled(headline, ': effects')[0]!.rows[0]!.filter((cell) => cell === '–').length);
    expect(shown).toEqual([2, 2]);
    const tests = [declared, other].map(({ lines }) => lines.find(({ effect }) => effect === 'peer')?.test);
    expect(tests).toEqual([{ pValue: 1, adjusted: 1, isMissing: true, family: 'confirmatory', adjustment: 'holm' }, undefined]);
  });

  it('warn where the arms of a twin do not complete alike, and say among how many', async () => {
    const { warnings, detail } = await tablesOf([
      [cellOf(agent('good')), 10, 6],
      [cellOf(agent('unrelated')), 4],
      [cellOf(agent('absent')), 4, 2],
    ]);
    const because = 'ten points or more, and more than chance';
    expect(warnings.map(({ rows }) => rows)).toEqual([
      [['a/b', 's (simulated)', expect.stringContaining('record=good'), '-30 pp', expect.any(String), '0.020', because]],
    ]);
    expect(warnings[0]?.notes[1]).toBe(
      "2 pairs of arms were compared, and 1 differs by ten points or more with p < 0.05 (Fisher's exact test, each pair by itself): up to one pair in twenty does by chance.",
    );
    expect(titled(detail, 'no warning')[0]?.rows.map((row) => row.slice(3))).toEqual([
      ['+10 pp', expect.any(String), '0.487', 'ten points or more, which may be chance'],
    ]);
    expect((await tablesOf(twin)).warnings).toEqual([]);
  });
});
