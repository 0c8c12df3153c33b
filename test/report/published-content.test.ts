import { beforeAll, describe, expect, it } from 'vitest';
import { analyseStudy } from '../../src/estimates/study/analyse-study.ts';
import { compareWithPublished } from '../../src/estimates/study/compare-with-published.ts';
import { groupRows, type StudyRow } from '../../src/estimates/study/group-rows.ts';
import publishedFile from '../../src/estimates/study/published-results.json' with { type: 'json' };
import { publishedResults } from '../../src/estimates/study/published-results.ts';
import type { ComparedCell, StudyAnalysis, StudyCell, StudyComparison } from '../../src/estimates/study/study-analysis.ts';
import { asTheStudyWithout, studyWarts } from '../../src/estimates/study/study-warts.ts';
import { htmlFigures, htmlTables, markdownTables, numbersIn, tablesNamed, textOf, type PageTable } from './read-page.ts';
import { rendered, sampleReport } from './sample-report.ts';
import { sampleStudyRows } from '../../src/testing/sample-study-rows.ts';

const flash = { model: 'gemini-3-flash' } as const;
/** Some of a model that was published, of a relation that was and of one that was not; and things that warts move. */
const rows: readonly StudyRow[] = [
  ...sampleStudyRows(17, { shutdownEnabled: false }),
  ...sampleStudyRows(20, { shutdownEnabled: null }),
  ...sampleStudyRows(263, {}),
  ...sampleStudyRows(9, { channel: 'memory', shutdownEnabled: null }),
  ...sampleStudyRows(91, { channel: 'memory' }),
  ...sampleStudyRows(40, { unfinished: true }),
  ...sampleStudyRows(30, { condition: 'bad_peer', shutdownEnabled: false }),
  ...sampleStudyRows(70, { condition: 'bad_peer' }),
  ...sampleStudyRows(12, { task: 'exfiltration_transfer', dataset: null, exfiltrated: true, shutdownEnabled: null }),
  ...sampleStudyRows(18, { task: 'exfiltration_transfer', dataset: null, exfiltrated: null, shutdownEnabled: null }),
  ...sampleStudyRows(50, { task: 'exfiltration_transfer', dataset: null, exfiltrated: false, shutdownEnabled: null }),
  ...sampleStudyRows(7, { ...flash, shutdownEnabled: false }),
  ...sampleStudyRows(13, flash),
  ...sampleStudyRows(19, { ...flash, channel: 'memory', shutdownEnabled: false }),
  ...sampleStudyRows(1, { ...flash, channel: 'memory' }),
  ...sampleStudyRows(4, { ...flash, condition: 'bad_peer', shutdownEnabled: false }),
  ...sampleStudyRows(16, { ...flash, condition: 'bad_peer' }),
  ...sampleStudyRows(5, { ...flash, refused: true, unfinished: true }),
  ...sampleStudyRows(6, { model: 'claude-haiku-4-5', unfinished: true }),
  ...sampleStudyRows(24, { model: 'claude-haiku-4-5' }),
];

let groups: Awaited<ReturnType<typeof groupRows>>;
let analysis: StudyAnalysis;
let comparison: StudyComparison;
let html: string;
let tables: readonly PageTable[];
let inMarkdown: readonly PageTable[];
const analysed = (off: Parameters<typeof asTheStudyWithout>[0] = []) =>
  analyseStudy(groups, { source: { kind: 'own', runs: ['run1'] }, switches: asTheStudyWithout(off) });

beforeAll(async () => {
  groups = await groupRows(rows);
  analysis = analysed();
  comparison = compareWithPublished(analysis, publishedResults());
  const page = rendered(await sampleReport({ blocks: 4, more: { study: { analysis, comparison } } }));
  html = page.html;
  tables = htmlTables(html);
  inMarkdown = markdownTables(page.markdown);
});

const nameOf = (cell: Pick<ComparedCell, 'behaviour' | 'target' | 'record' | 'statistic' | 'model'>) =>
  [cell.model, cell.behaviour, cell.target, cell.record, cell.statistic].join(' | ');
/** The rows of every table that sets measured beside published, by what each is about. */
function comparedRows(): readonly (readonly [string, PageTable['rows'][number]])[] {
  return tablesNamed(tables, /^Measured against published/).flatMap((table) =>
    table.rows.map((row) => {
      const relation = row['relation'] ?? row['record'] ?? '';
      const model = row['model']?.replace(/ \(.*\)$/, '');
      return [[model, row['behaviour'], row['target'], relation, row['statistic']].join(' | '), row] as const;
    }),
  );
}
const cellsNamed = (name: string) => comparison.cells.filter((cell) => nameOf(cell) === name);

describe('measured against published', () => {
  it('is the same in Markdown', () => {
    expect(inMarkdown.map(({ cells }) => cells)).toEqual(tables.map(({ cells }) => cells));
  });

  it('has of each kind: both, never published, not measured', () => {
    const both = comparison.cells.filter(({ isWithin }) => isWithin !== null);
    const unpublished = comparison.cells.filter(({ published, measured }) => published === null && measured !== null);
    const unmeasured = comparison.cells.filter(({ published, measured }) => published !== null && measured === null);
    expect([both.length, unpublished.length, unmeasured.length].map((count) => count > 1)).toEqual([true, true, true]);
  });

  it('leaves blank what was never published, and what was not measured, in every table', () => {
    const found = comparedRows();
    expect(found.length).toBeGreaterThan(100);
    for (const [name, row] of found) {
      const measured = Object.entries(row).find(([head]) => head.startsWith('measured'))?.[1] ?? 'none';
      const within = Object.entries(row).find(([head]) => /within|in our interval/.test(head))?.[1] ?? 'none';
      const blanks = cellsNamed(name).map((cell) => [cell.published, cell.measured, cell.isWithin].map((own) => own === null));
      expect(blanks, name).toContainEqual([row['published'], measured, within].map((shown) => shown === ''));
      const readings = cellsNamed(name).map(({ isWithin }) =>
        isWithin === null ? /^$/ : isWithin ? /^(?:within|yes)/ : /^(?:outside|no)/i,
      );
      expect([name, within, readings.some((reading) => reading.test(within))]).toEqual([name, within, true]);
    }
  });

  it('has the published number of its source, and ours with its interval', () => {
    for (const [name, row] of comparedRows()) {
      const cells = cellsNamed(name);
      const listed = publishedFile.rows.filter(
        ({ model, target, record, statistic }) =>
          name.startsWith(`${model} | `) && name.endsWith(` | ${target} | ${record} | ${statistic}`),
      );
      const numbers = [...listed.map(({ value, source }) => [value, source]), [undefined, '']];
      expect(numbers, name).toContainEqual([numbersIn(row['published'] ?? '')[0], row['source']?.split(': ')[0]]);
      const measured = Object.entries(row).find(([head]) => head.startsWith('measured'))?.[1] ?? '';
      const shown = numbersIn(measured).slice(0, 3);
      const wanted = cells.map((cell) =>
        cell.measured?.kind === 'estimated'
          ? [cell.measured.value, cell.measured.low, cell.measured.high].map((share) => Number((100 * share).toFixed(1)))
          : [],
      );
      expect(wanted).toContainEqual(shown);
    }
  });

  it('can tell each figure from every other: of which program, scenario and remark it is', () => {
    const whole = tablesNamed(tables, /^Measured against published/).filter(({ heads }) => heads.includes('relation'));
    const [shown] = whole.toSorted((left, right) => right.rows.length - left.rows.length);
    const names = (shown?.rows ?? []).map((row) =>
      JSON.stringify(Object.entries(row).filter(([head]) => !['published', 'measured'].includes(head) && !/within|interval/.test(head))),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const remarked = publishedFile.rows.filter((row) => 'note' in row || 'scenario' in row).length;
    expect(remarked).toBeGreaterThan(2);
    expect((shown?.rows ?? []).filter((row) => row['source']?.includes(': ')).length).toBeGreaterThanOrEqual(remarked);
    expect((shown?.rows ?? []).filter((row) => /\((?:gemini-cli|opencode)\)/.test(row['model'] ?? '')).length).toBeGreaterThan(2);
  });

  it('draws only where both numbers are there, each at its own place', () => {
    const both = comparison.cells.filter(({ isWithin }) => isWithin !== null);
    const drawn = htmlFigures(html).filter(({ id, layout }) => id.includes('published') && layout === 'wide');
    const svg = drawn.map((figure) => figure.svg).join('');
    const dots = [...svg.matchAll(/<g><title>(published|measured) ([\s\S]*?)<\/title><line x1="([\d.]+)" x2="([\d.]+)"/g)];
    expect(dots.map(([, kind]) => kind)).toEqual(both.flatMap(() => ['published', 'measured']));
    const at = (share: number) => 292 + ((share + 1) / 2) * 360;
    const wanted = both.flatMap(({ published, measured }) =>
      measured?.kind === 'estimated'
        ? [published ?? 0, published ?? 0, measured.low, measured.high].map((share) => at(share).toFixed(6))
        : [],
    );
    expect(dots.flatMap(([, , , low, high]) => [low, high].map((x) => Number(x).toFixed(6)))).toEqual(wanted);
    const labels = drawn.flatMap(
      ({ texts }) => texts.join(' ').match(/[a-z-]+, (?:peer|self), (?:good|bad|none|neutral|any), [a-z-]+/g) ?? [],
    );
    const named = both.map(({ behaviour, target, record, statistic }) => [behaviour, target, record, statistic].join(', '));
    expect(labels).toEqual(named);
    const verdicts = drawn.flatMap(({ texts }) => texts.filter((text) => text === 'within' || text === 'outside'));
    expect(verdicts).toEqual(both.map(({ isWithin }) => (isWithin === true ? 'within' : 'outside')));
    const [, legend = ''] = /<figure id="figure-published-1">[\s\S]*?<ul class="legend">([\s\S]*?)<\/ul>/.exec(html) ?? [];
    expect([...legend.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item))).toEqual(['published', 'measured']);
  });
});

const valuesOf = ({ max, mean }: StudyCell) =>
  [max, mean].map((own) => (own.kind === 'estimated' ? own.value.toFixed(9) : 'n/e')).join(' ');
const markersOf = ({ test, channels }: StudyCell) => [test.marker, ...channels.map((one) => `${one.channel} ${one.test.marker}`)].join(' ');
const cellName = ({ model, behaviour, target, record }: StudyCell) => `${model} ${behaviour} ${target} ${record}`;

describe('what each peculiarity of the study moves', () => {
  it('is what the whole analysis gives without it, switch by switch', () => {
    const [table] = tablesNamed(tables, /peculiarities/);
    expect(table?.rows.map((row) => row['switch'])).toEqual(studyWarts);
    for (const [index, wart] of studyWarts.entries()) {
      const row = table?.rows[index] ?? {};
      const without = new Map(analysed([wart]).cells.map((cell) => [cellName(cell), cell]));
      const differing = (shown: (cell: StudyCell) => string) =>
        analysis.cells.filter((cell) => shown(cell) !== shown(without.get(cellName(cell)) ?? cell)).length;
      expect([wart, row['values moved'], row['of cells']]).toEqual([wart, String(differing(valuesOf)), String(analysis.cells.length)]);
      expect([wart, Number(row['markers moved'])]).toEqual([wart, differing(markersOf)]);
    }
    expect(table?.rows.filter((row) => Number(row['values moved']) > 0).length).toBeGreaterThan(2);
  });

  it('names the largest with its number under the rule and without it', () => {
    const [table] = tablesNamed(tables, /peculiarities/);
    const moved = (table?.rows ?? []).filter((row) => Number(row['values moved']) > 0);
    for (const row of moved) {
      const without = analysed([row['switch'] as (typeof studyWarts)[number]]).cells;
      const largest = row['largest'] ?? '';
      const cell = analysis.cells.find((own) => largest.includes(`${cellName(own)}:`));
      const other = without.find((own) => cell !== undefined && cellName(own) === cellName(cell));
      const [, statistic = '', on, off] = /(mean|max) ([\d.]+|n\/e) to ([\d.]+|n\/e)/.exec(largest) ?? [];
      const shownOf = (own: StudyCell | undefined) => {
        const estimate = statistic === 'max' ? own?.max : own?.mean;
        return estimate?.kind === 'estimated' ? (100 * estimate.value).toFixed(1) : 'n/e';
      };
      expect([largest, on, off]).toEqual([largest, shownOf(cell), shownOf(other)]);
      expect(on).not.toBe(off);
    }
  });
});
