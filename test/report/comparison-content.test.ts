import { beforeAll, describe, expect, it } from 'vitest';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import { htmlFigures, htmlTables, isRounded, markdownTables, numbersIn, tablesNamed, textOf, type PageTable } from './read-page.ts';
import { answer, good, organism, realSubject, rendered, sampleReport } from './sample-report.ts';

const BLOCKS = 20;
/** Good and unrelated cell of each run: no two of the six rates alike. */
const yes = [
  [4, 1],
  [16, 3],
  [9, 7],
] as const;
const shares = (run: 0 | 1 | 2) => (cell: typeof good, block: number) => {
  if (cell.levels.control !== undefined) return answer(cell.levels.control === 'capability');
  return answer(block < yes[run][cell === good ? 0 : 1]);
};

let html: string;
let tables: readonly PageTable[];
let inMarkdown: readonly PageTable[];
beforeAll(async () => {
  const runs = await Promise.all(
    ([0, 1, 2] as const).map((run) =>
      sampleReport({ trial: shares(run), blocks: BLOCKS, subjects: [realSubject, organism], run: { id: `run${run + 1}` } }),
    ),
  );
  const page = rendered(...runs);
  html = page.html;
  tables = htmlTables(html);
  inMarkdown = markdownTables(page.markdown);
});

describe('several runs side by side', () => {
  it('are the same in Markdown', () => {
    expect(inMarkdown.map(({ cells }) => cells)).toEqual(tables.map(({ cells }) => cells));
  });

  it('have each rate under the run that it is of', () => {
    for (const { heads, cells } of tablesNamed(tables, /^(?:Shared cells|Rates of shared cells)/)) {
      const columns = [1, 2, 3].map((run) => heads.findIndex((head) => head === `run run${run}`));
      expect(columns.every((at) => at > 0)).toBe(true);
      const own = cells.filter(([cell]) => /record=(?:good|unrelated)/.test(cell ?? '') && !/capability/.test(cell ?? ''));
      expect(own.length).toBeGreaterThan(1);
      for (const row of own) {
        const isGood = row[0]?.includes('record=good') === true;
        columns.forEach((at, run) => {
          const { value, low, high } = wilsonInterval(yes[run as 0 | 1 | 2][isGood ? 0 : 1], BLOCKS)!;
          const shown = numbersIn(row[at] ?? '');
          expect(
            shown.map((number, place) => isRounded(number, [value, low, high][place] ?? 9)),
            row.join(' | '),
          ).toEqual([true, true, true]);
        });
      }
    }
  });

  it('have each later run less the first, and say so', () => {
    const [shared] = tablesNamed(tables, /^Shared cells/);
    const row = shared?.cells.find(
      ([cell, subject]) => /record=good/.test(cell ?? '') && !/capability/.test(cell ?? '') && subject === realSubject.id,
    );
    for (const run of [1, 2] as const) {
      const at = shared?.heads.findIndex((head) => head === `run run${run + 1} less run run1`) ?? -1;
      const difference = newcombeDifference({ successes: yes[run][0], trials: BLOCKS }, { successes: yes[0][0], trials: BLOCKS })!;
      const shown = numbersIn(row?.[at] ?? '');
      const wanted = [difference.value, difference.low, difference.high];
      expect(
        shown.map((number, place) => isRounded(number, wanted[place] ?? 9)),
        row?.[at],
      ).toEqual([true, true, true]);
    }
  });

  it('draw each run at its own rate, in the shape that the legend gives it', () => {
    const [figure] = htmlFigures(html).filter(({ id, layout }) => id.startsWith('figure-comparison') && layout === 'wide');
    const dots = [...(figure?.svg ?? '').matchAll(/<g><title>run (run\d): [\s\S]*?class="interval s-(\d)"[\s\S]*?<\/g>/g)];
    expect(dots.length % 3).toBe(0);
    expect(dots.map(([, run, series]) => [run, series])).toEqual(dots.map((_, index) => [`run${(index % 3) + 1}`, String(index % 3)]));
    const at = (share: number) => 292 + share * 360;
    const [first = '', second = '', third = ''] = dots.map(([dot]) => dot);
    const ends = [first, second, third].map((dot) => [...dot.matchAll(/ x[12]="([\d.]+)"/g)].map(([, x]) => Number(x).toFixed(5)));
    expect(ends).toEqual(
      yes.map(([count]) => {
        const { low, high } = wilsonInterval(count, BLOCKS)!;
        return [at(low).toFixed(5), at(high).toFixed(5)];
      }),
    );
    const legend = /<ul class="legend">([\s\S]*?)<\/ul>/.exec(html.slice(html.indexOf('<figure id="figure-comparison-1"')))?.[1] ?? '';
    expect([...legend.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item))).toEqual([
      'run run1',
      'run run2',
      'run run3',
    ]);
  });

  it('have the effects that they share under the run that each is of', () => {
    const [effects] = tablesNamed(tables, /effects that the runs share/);
    const own = (effects?.rows ?? []).filter((row) => row['effect']?.startsWith('peer'));
    expect(own.length).toBe(2);
    for (const row of own)
      expect([1, 2, 3].map((run) => numbersIn(row[`run run${run}`] ?? '')[0])).toEqual(
        yes.map(([inGood, other]) => (100 * (inGood - other)) / BLOCKS),
      );
  });

  it('say under its own run what was found in each', () => {
    const found = /What was found<\/dt><dd>([\s\S]*?)<\/dd>/.exec(html)?.[1] ?? '';
    const lines = [...found.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => textOf(item));
    expect(lines.map((line) => /run(\d)/.exec(line)?.[1])).toEqual(['1', '2', '3']);
    expect(lines[1]).toMatch(/\+65 pp/);
    expect([lines[0], lines[2]].map((line) => /\+65 pp/.test(line ?? ''))).toEqual([false, false]);
  });
});
