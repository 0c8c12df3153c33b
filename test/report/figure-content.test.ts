import { beforeAll, describe, expect, it } from 'vitest';
import { unscored } from '../../src/core/verdict.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import { htmlFigures, htmlTables, isRounded, numbersIn, tablesNamed, textOf, type PageFigure } from './read-page.ts';
import { answer, cellOf, organism, realSubject, rendered, sampleReport, withControls } from './sample-report.ts';

const BLOCKS = 60;
/** So many trials of the good cell ran into a limit; all others of it protected the target. */
const LOST = 40;
/** How many of the trials of each arm protect: all different, so that no two can be taken for each other. */
const yesIn = (levels: Readonly<Record<string, string | undefined>>): number => {
  if (levels['control'] !== undefined) return levels['control'] === 'capability' ? BLOCKS : 0;
  const isGood = levels['record'] === 'good';
  if (levels['oversight'] === undefined) return isGood ? BLOCKS : 9;
  return levels['oversight'] === 'unmonitored' ? (isGood ? 42 : 18) : isGood ? 15 : 3;
};
const watched = (['monitored', 'unmonitored'] as const).flatMap((oversight) =>
  (['good', 'unrelated'] as const).map((record) => cellOf({ record, oversight })),
);
const cells = [...withControls, ...watched];
const trial = (cell: (typeof cells)[number], block: number) =>
  cell === withControls[0] && block >= BLOCKS - LOST
    ? {
        outcome: { kind: 'limited', limit: 'turns', because: 'used up' } as const,
        disposition: 'incomplete' as const,
        verdicts: { 'control-disabled': unscored('limited') },
      }
    : answer(block < yesIn(cell.levels));

let simulated: string;
let mixed: string;
let figures: readonly PageFigure[];
beforeAll(async () => {
  simulated = rendered(await sampleReport({ cells, trial, blocks: BLOCKS, subjects: [organism] })).html;
  mixed = rendered(await sampleReport({ cells, trial, blocks: BLOCKS, subjects: [organism, realSubject] })).html;
  figures = htmlFigures(simulated);
});

const marks = {
  forest: 'class="point"',
  stack: 'class="bar d-',
  heat: 'class="heat h-',
  dots: 'class="dot s-',
  bars: 'class="track"',
} as const;
const kinds = Object.keys(marks) as (keyof typeof marks)[];
const ofKind = (kind: keyof typeof marks, among = figures) => {
  const found = among.filter(({ svg }) => svg.includes(marks[kind]));
  if (found.length < 2) throw new Error(`no figure of ${kind}`);
  return found;
};

interface Place {
  readonly at: (x: number) => number;
}

/** The scale of a drawing, read off its axis: from pixels to what is marked there. */
function axisOf({ svg, id }: PageFigure): Place {
  const ticks = [...svg.matchAll(/<text x="([\d.-]+)"[^>]*class="axis">([-+]?\d+)(?: %)?<\/text>/g)].map(([, x, mark]) => [
    Number(x),
    Number(mark),
  ]);
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!first || !last || first === last) throw new Error(`${id} has no axis`);
  const [[x1 = 0, m1 = 0], [x2 = 0, m2 = 0]] = [first, last];
  return { at: (x) => m1 + ((x - x1) / (x2 - x1)) * (m2 - m1) };
}

const attribute = (element: string, name: string) => Number(new RegExp(`\\s${name}="([\\d.-]+)"`).exec(element)?.[1] ?? Number.NaN);
const elements = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].map(([found]) => found);
/** Where a diamond, disc, square or triangle has its middle. */
function middleOf(mark: string): number {
  if (mark.startsWith('<circle')) return attribute(mark, 'cx');
  if (mark.startsWith('<rect')) return attribute(mark, 'x') + attribute(mark, 'width') / 2;
  const xs = [...mark.matchAll(/[ML]([\d.-]+) /g)].map(([, x]) => Number(x));
  return (Math.min(...xs) + Math.max(...xs)) / 2;
}

describe('a drawing of simulated subjects', () => {
  it.each(kinds)('says so itself, and in what is read aloud: %s', (kind) => {
    for (const { id, layout, texts, description } of ofKind(kind))
      expect([id, layout, ...[texts.join(' '), description].map((words) => /simulated/i.test(words))]).toEqual([id, layout, true, true]);
  });

  it.each(kinds)('marks them beside others, and never marks the others: %s', (kind) => {
    const shown = ofKind(kind, htmlFigures(mixed));
    const groupsOf = ({ texts }: PageFigure) =>
      texts
        .join(' ')
        .split(/(?=organism:gamer|openai:gpt-5)/)
        .slice(1);
    for (const figure of shown) {
      const isOrganism = /organism:gamer/.test(figure.texts.join(' ') + figure.title);
      const isReal = /openai:gpt-5/.test(figure.texts.join(' ') + figure.title);
      expect([figure.id, isOrganism || isReal]).toEqual([figure.id, true]);
      expect([figure.id, /simulated/i.test(figure.texts.join(' '))]).toEqual([figure.id, isOrganism]);
      if (!isOrganism || !isReal) continue;
      for (const group of groupsOf(figure)) expect([group, group.includes('simulated')]).toEqual([group, group.startsWith('organism')]);
    }
  });
});

describe('a drawing for those who do not see it', () => {
  it('has a name, a description and a table with the same numbers', () => {
    for (const page of [simulated, mixed]) {
      const all = elements(page, /<svg[^>]*>/g);
      expect(all.filter((svg) => !svg.includes('aria-hidden="true"') && !svg.includes('role="img"'))).toEqual([]);
      const shown = htmlFigures(page);
      expect(shown.length).toBe(all.filter((svg) => svg.includes('role="img"')).length);
      for (const { id, layout, title, description, svg } of shown) {
        const [, named = ''] = /aria-labelledby="([^"]+)"/.exec(svg) ?? [];
        for (const reference of named.split(' ')) expect([id, svg.includes(` id="${reference}"`)]).toEqual([id, true]);
        expect([id, layout, title.length > 3, description.length > 20]).toEqual([id, layout, true, true]);
      }
      for (const [figure] of page.matchAll(/<figure id[\s\S]*?<\/figure>/g)) {
        const [table] = htmlTables(figure);
        expect([figure.slice(0, 40), (table?.cells.length ?? 0) > 0]).toEqual([figure.slice(0, 40), true]);
      }
    }
  });
});

const told = {
  forest: /\+\d+ pp \[/,
  stack: /incomplete \D*40\b/,
  heat: /unrelated \D*15 %.*good \D*100 %/,
  dots: /monitored\D+25 % \[.*unmonitored\D+70 % \[/,
  bars: /scored\D+440 of 480/,
} as const;

describe('what is read aloud', () => {
  it.each(kinds)('has numbers of the drawing: %s', (kind) => {
    const [figure] = ofKind(kind);
    expect(figure?.description).toMatch(told[kind]);
  });
});

describe('the forest plot', () => {
  it('draws value, limits and bounds where its row says that they are', () => {
    let withBounds = 0;
    for (const figure of ofKind('forest')) {
      const { at } = axisOf(figure);
      const rows = elements(figure.svg, /<g class="row [\s\S]*?<\/g>/g).filter((row) => row.includes('class="point"'));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const [hint = ''] = elements(row, /<title>[\s\S]*?<\/title>/g).map(textOf);
        const [value = 999, low = 999, high = 999] = numbersIn(/[-+]?[\d.]+ pp \[[^\]]*\]/.exec(hint)?.[0] ?? '');
        const [interval = ''] = elements(row, /<line [^>]*class="interval"[^>]*>/g);
        const [point = ''] = elements(row, /<path [^>]*class="point"[^>]*>/g);
        const drawn = [middleOf(point), attribute(interval, 'x1'), attribute(interval, 'x2')].map(at);
        expect(
          drawn.map((points, place) => isRounded([value, low, high][place], points / 100)),
          `${figure.id}: ${hint}`,
        ).toEqual([true, true, true]);
        const [bounds] = elements(row, /<line [^>]*class="bounds"[^>]*>/g);
        if (bounds === undefined) continue;
        withBounds += 1;
        const [least = 999, most = 999] = numbersIn(/bounds \[[^\]]*\]/.exec(hint)?.[0] ?? '');
        expect([isRounded(least, at(attribute(bounds, 'x1')) / 100), isRounded(most, at(attribute(bounds, 'x2')) / 100)]).toEqual([
          true,
          true,
        ]);
      }
    }
    expect(withBounds).toBeGreaterThan(0);
  });

  it('shows the value and its interval beside each row, low before high', () => {
    for (const { texts, layout } of ofKind('forest')) {
      const values = texts.join(' ').match(/[-+]?[\d.]+ pp \[[-+]?[\d.]+, [-+]?[\d.]+\]/g) ?? [];
      expect([layout, values.length > 0]).toEqual([layout, true]);
      for (const [value = 0, low = 99, high = -99] of values.map(numbersIn)) expect([low <= value, value <= high]).toEqual([true, true]);
    }
  });
});

describe('the heat map', () => {
  it('has the rate in its cell, and its interval, size and bounds where it is pointed at', () => {
    const [figure] = ofKind('heat');
    const shown = elements(figure?.svg ?? '', /<g[^>]*><title>[\s\S]*?<\/g>/g).map(
      (cell) => [textOf(/<text[\s\S]*<\/text>/.exec(cell)?.[0] ?? ''), textOf(/<title>[\s\S]*?<\/title>/.exec(cell)?.[0] ?? '')] as const,
    );
    const columns = ['absent', 'unrelated', 'bad', 'neutral', 'good'];
    expect(figure?.texts.slice(0, 5)).toEqual(columns);
    expect(shown).toHaveLength(columns.length);
    for (const [place, yes, scored] of [
      [1, 9, 60],
      [4, 20, 20],
    ] as const) {
      const [text = '', hint = ''] = shown[place] ?? [];
      const { low, high } = wilsonInterval(yes, scored) ?? { low: 9, high: 9 };
      expect(isRounded(numbersIn(text)[0], yes / scored)).toBe(true);
      const [, lower, upper] = numbersIn(/[\d.]+ % \[[\d.]+, [\d.]+\]/.exec(hint)?.[0] ?? '');
      expect([isRounded(lower, low), isRounded(upper, high)], hint).toEqual([true, true]);
      expect(hint).toContain(`n = ${scored}`);
      expect(numbersIn(/bounds \[[^\]]*\]/.exec(hint)?.[0] ?? '')).toEqual(place === 4 ? [33, 100] : [15, 15]);
    }
    expect([0, 2, 3].map((place) => shown[place]?.[0])).toEqual(['not run', 'not run', 'not run']);
  });
});

describe('paired dots', () => {
  it('stand at the rates of their own arms, each in its own shape', () => {
    for (const figure of ofKind('dots').filter(({ id }) => id.includes('oversight'))) {
      const { at } = axisOf(figure);
      const dots = elements(figure.svg, /<g><title>(?:un)?monitored[\s\S]*?<\/g>/g);
      const found = dots.map((dot) => {
        const [mark = ''] = elements(dot, /<(?:circle|rect|path) [^>]*class="dot[^>]*>/g);
        const [interval = ''] = elements(dot, /<line [^>]*class="interval[^>]*>/g);
        const [, series = ''] = /class="dot s-(\d)"/.exec(mark) ?? [];
        const name = /<title>(unmonitored|monitored)/.exec(dot)?.[1] ?? '';
        return { series: Number(series), name, shares: [middleOf(mark), attribute(interval, 'x1'), attribute(interval, 'x2')].map(at) };
      });
      const legend = /<ul class="legend">([\s\S]*?)<\/ul>/.exec(simulated.slice(simulated.indexOf(`<figure id="${figure.id}"`)))?.[1] ?? '';
      expect(elements(legend, /<li>[\s\S]*?<\/li>/g).map(textOf)).toEqual(['monitored', 'unmonitored']);
      const isGood = figure.id.endsWith('oversight-1');
      const wanted = (isGood ? [15, 42] : [3, 18]).map((yes) => wilsonInterval(yes, BLOCKS)!);
      expect(found.map(({ series, name }) => [series, name])).toEqual([
        [0, 'monitored'],
        [1, 'unmonitored'],
      ]);
      expect(found.map(({ shares }) => shares.map((share) => share.toFixed(6)))).toEqual(
        wanted.map(({ value, low, high }) => [value, low, high].map((share) => (100 * share).toFixed(6))),
      );
    }
  });

  it('have the same rates and difference in their table', () => {
    const [pairs, others] = tablesNamed(htmlTables(simulated), /^Monitored against unmonitored/);
    for (const [table, [monitored, unmonitored]] of [
      [pairs, [25, 70]],
      [others, [5, 30]],
    ] as const) {
      const row = table?.rows[0] ?? {};
      expect([numbersIn(row['monitored'] ?? '')[0], numbersIn(row['unmonitored'] ?? '')[0]]).toEqual([monitored, unmonitored]);
      expect(numbersIn(row['difference'] ?? '')[0]).toBe(unmonitored - monitored);
    }
  });
});

describe('bars', () => {
  it('of dispositions are as wide as their shares of all trials, each in its class', () => {
    const [figure] = ofKind('stack').filter(({ layout }) => layout === 'wide');
    const bars = elements(figure?.svg ?? '', /<rect [^>]*class="bar d-[\s\S]*?<\/rect>/g);
    const found = bars.map((bar) => [/d-([\w-]+)/.exec(bar)?.[1] ?? '', attribute(bar, 'width') / 360]);
    expect(found).toEqual([
      ['protective-unjudged', expect.closeTo(1 / 3, 6)],
      ['incomplete', expect.closeTo(2 / 3, 6)],
    ]);
    expect(bars.map((bar) => numbersIn(textOf(bar)).slice(0, 3))).toEqual([
      [20, 60, 33],
      [40, 60, 67],
    ]);
    expect(figure?.texts.some((text) => /n = 60/.test(text))).toBe(true);
  });

  it('of the funnel are as wide as what is left of what was planned', () => {
    const [figure] = ofKind('bars').filter(({ layout }) => layout === 'wide');
    const rows = elements(figure?.svg ?? '', /<g class="row"><title>[\s\S]*?<\/g>/g);
    const planned = cells.length * BLOCKS;
    const found = new Map(
      rows.map((row) => {
        const [bar = ''] = elements(row, /<rect [^>]*class="count"[^>]*>/g);
        const [track = ''] = elements(row, /<rect [^>]*class="track"[^>]*>/g);
        const [, step = ''] = /<title>([^:<]+):/.exec(row) ?? [];
        return [step, Math.round((attribute(bar, 'width') / attribute(track, 'width')) * planned)];
      }),
    );
    expect([found.get('started'), found.get('completed'), found.get('scored')]).toEqual([planned, planned - LOST, planned - LOST]);
    expect(figure?.texts.join(' ')).toContain(`${planned - LOST} of ${planned}`);
  });
});
