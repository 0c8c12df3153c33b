import { beforeAll, describe, expect, it } from 'vitest';
import type { TrialRecord } from '../../src/core/trial.ts';
import type { ReportArm, ReportEffect } from '../../src/report/report-model.ts';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { fisherExactTest } from '../../src/stats/fisher-exact-test.ts';
import { holmAdjust } from '../../src/stats/holm-adjust.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import { organismReport, type OrganismReport } from './organism-report.ts';
import {
  cellUnder,
  htmlFigures,
  htmlTables,
  isRounded,
  markdownTables,
  numbersIn,
  tablesNamed,
  textOf,
  type PageFigure,
  type PageTable,
} from './read-page.ts';

let page: OrganismReport;
let tables: readonly PageTable[];
beforeAll(async () => {
  page = await organismReport();
  tables = htmlTables(page.html);
});

const IDLER = 'organism:idler';
type Row = PageTable['rows'][number];
const isOf = (subject: string) => (row: Row) => cellUnder(row, /^subject/).startsWith(subject);
const recordsOf = ({ cell, subject }: Pick<ReportArm, 'cell' | 'subject'>) =>
  page.records.filter((record) => record.cell === cell && record.subject === subject);
const yesIn = (records: readonly TrialRecord[], { primary }: ReportArm) =>
  records.filter(({ verdicts }) => verdicts[primary]?.kind === 'scored' && verdicts[primary].value === true).length;
const scoredIn = (records: readonly TrialRecord[], { primary }: ReportArm) =>
  records.filter(({ verdicts }) => verdicts[primary]?.kind === 'scored').length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the page and Markdown', () => {
  it('have the same tables with the same cells, in the same order', () => {
    const markdown = markdownTables(page.markdown);
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.every(({ cells, heads }) => cells.length > 0 && cells.every((row) => row.length === heads.length))).toBe(true);
    expect(markdown.map(({ caption, heads, cells }) => ({ caption, heads, cells }))).toEqual(
      tables.map(({ caption, heads, cells }) => ({ caption, heads, cells })),
    );
  });
});

describe('the funnel', () => {
  const countsOf = (records: readonly TrialRecord[], planned: number) => ({
    planned,
    started: records.length,
    completed: records.filter(({ outcome }) => outcome.kind === 'completed').length,
    limited: records.filter(({ outcome }) => outcome.kind === 'limited').length,
    stopped: records.filter(({ outcome }) => outcome.kind === 'stopped').length,
    failed: records.filter(({ outcome }) => outcome.kind === 'failed').length,
  });

  it('counts what is stored, subject by subject and arm by arm', () => {
    const [bySubject] = tablesNamed(tables, /^How far the trials of each subject/);
    for (const row of bySubject?.rows ?? []) {
      const own = page.run.arms.filter(({ subject }) => isOf(subject)(row));
      const records = own.flatMap(recordsOf);
      const counts = {
        ...countsOf(records, own.length * page.run.run.repeats),
        scored: sum(own.map((arm) => scoredIn(recordsOf(arm), arm))),
      };
      for (const [step, count] of Object.entries(counts))
        expect([row['subject'], step, row[step]]).toEqual([row['subject'], step, String(count)]);
    }
    const [byArm] = tablesNamed(tables, /^Funnel by cell/);
    expect(byArm?.rows.map((row) => ['planned', 'started', 'limited', 'scored'].map((step) => Number(row[step])))).toEqual(
      page.run.arms.map((arm) => {
        const records = recordsOf(arm);
        const { planned, started, limited } = countsOf(records, page.run.run.repeats);
        return [planned, started, limited, scoredIn(records, arm)];
      }),
    );
  });

  it('names every loss with its kind, whose it is and in how many cells', () => {
    const limited = page.records.filter(({ outcome }) => outcome.kind === 'limited');
    expect(limited.length).toBeGreaterThan(20);
    const [losses] = tablesNamed(tables, /^Losses/);
    const cells = new Set(limited.map(({ cell }) => cell)).size;
    expect(losses?.rows.map((row) => [row['what happened'], row['kind'], row['subject'], row['trials'], row['cells']])).toEqual([
      [expect.stringMatching(/limit/), 'turns', `${IDLER} (simulated)`, String(limited.length), String(cells)],
    ]);
    expect(page.model.summary.leftOut.join(' ')).toMatch(new RegExp(`${limited.length} ran into a limit`));
    expect(page.model.summary.leftOut.join(' ')).toContain(`${limited.length} of ${page.records.length} planned trials have no score`);
  });
});

describe('the first page', () => {
  it('says where the trials with a good record and something at stake ended', () => {
    const [table] = tablesNamed(tables, /^Where the trials with a good record ended/);
    expect(table?.rows).toHaveLength(2);
    const counted = page.run.arms.filter(
      ({ levels }) => levels.record === 'good' && levels.stakes !== 'none' && levels.control !== 'capability',
    );
    for (const row of table?.rows ?? []) {
      const arms = counted.filter(({ subject }) => isOf(subject)(row));
      const records = arms.flatMap(recordsOf);
      const limited = records.filter(({ outcome }) => outcome.kind === 'limited').length;
      const done = records.filter(({ disposition }) => disposition === 'faithful').length;
      const shares = [sum(arms.map((arm) => yesIn(recordsOf(arm), arm))), limited, done].map((count) => count / records.length);
      const shown = [/^protected/, /limit/, /^did the job/].map((head) => numbersIn(cellUnder(row, head))[0]);
      expect([row, shown.map((number, place) => isRounded(number, shares[place] ?? 9))]).toEqual([row, [true, true, true]]);
      expect(numbersIn(cellUnder(row, /trials/))[0]).toBe(records.length);
    }
  });
});

describe('completion', () => {
  it('is compared as the stored trials completed, treated less control', () => {
    const rows = tables.filter(({ heads }) => heads.includes('treated') && heads.includes('control')).flatMap((table) => table.rows);
    expect(rows.length).toBeGreaterThan(2);
    const countsOf = (row: Row, head: 'treated' | 'control') => {
      const arm = page.run.arms.find(
        ({ scenario, label, subject }) => scenario === row['scenario'] && label === row[head] && isOf(subject)(row),
      );
      const records = arm === undefined ? [] : recordsOf(arm);
      return { successes: records.filter(({ outcome }) => outcome.kind === 'completed').length, trials: records.length };
    };
    for (const row of rows) {
      const [treated, control] = [countsOf(row, 'treated'), countsOf(row, 'control')];
      const difference = treated.successes / treated.trials - control.successes / control.trials;
      const pValue = fisherExactTest(treated, control) ?? 9;
      const isShown = /[<>]/.test(row['p'] ?? '') ? pValue < 0.001 || pValue > 0.999 : Math.abs(Number(row['p']) - pValue) <= 0.0005 + 1e-9;
      expect([row, isRounded(numbersIn(row['difference'] ?? '')[0], difference), isShown]).toEqual([row, true, true]);
    }
    expect(new Set(rows.map((row) => Math.sign(numbersIn(row['difference'] ?? '')[0] ?? 0))).size).toBe(2);
  });
});

describe('a rate', () => {
  it('is of the stored trials, with its interval and its bounds, in every arm', () => {
    const [all] = tablesNamed(tables, /^The primary verdict in every arm/);
    expect(all?.rows).toHaveLength(page.run.arms.length);
    for (const [index, arm] of page.run.arms.entries()) {
      const row = all?.rows[index] ?? {};
      const records = recordsOf(arm);
      const [yes, scored, started] = [yesIn(records, arm), scoredIn(records, arm), records.length];
      expect([cellUnder(row, /^scored/), cellUnder(row, /^unscored/)]).toEqual([String(scored), String(started - scored)]);
      const wilson = wilsonInterval(yes, scored);
      const wanted = [wilson?.value ?? 0, wilson?.low ?? 0, wilson?.high ?? 0, yes / started, (yes + started - scored) / started];
      const shown = [cellUnder(row, /^rate/), cellUnder(row, /^95 %/), cellUnder(row, /^bounds/)].flatMap(numbersIn);
      expect(
        shown.map((number, place) => isRounded(number, wanted[place] ?? 0)),
        `${arm.cell}: ${shown.join(' ')}`,
      ).toEqual(wanted.map(() => true));
    }
  });

  it('beside failed controls says so wherever it stands', () => {
    const [all] = tablesNamed(tables, /^The primary verdict in every arm/);
    const unreadable = page.run.arms.map(({ interpretability }) => interpretability?.kind === 'not-interpretable');
    expect(unreadable.filter(Boolean).length).toBeGreaterThan(8);
    expect(all?.rows.map((row) => cellUnder(row, /reading/).includes('not interpretable'))).toEqual(unreadable);
    const [controls] = tablesNamed(tables, /^Controls/);
    for (const row of controls?.rows ?? [])
      expect([row['subject'], cellUnder(row, /reading/).startsWith('not interpretable')]).toEqual([row['subject'], isOf(IDLER)(row)]);
    const heat = tablesNamed(tables, /^Rates by subject, scenario and record/).flatMap(({ rows }) => rows);
    for (const row of heat) {
      const numbers = Object.values(row).filter((cell) => cell.includes('%'));
      expect(numbers.length).toBeGreaterThan(0);
      expect(new Set(numbers.map((cell) => cell.includes('not interpretable')))).toEqual(new Set([isOf(IDLER)(row)]));
    }
  });

  it('is where its arm ended: dispositions of the stored trials', () => {
    const arms = new Map(page.run.arms.map((arm) => [`${arm.scenario} ${arm.label} ${arm.subject} (simulated)`, arm]));
    const rows = tablesNamed(tables, /^exfiltration\/\w+: organism/).flatMap((table) => table.rows);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const arm = arms.get(`${cellUnder(row, /^cell/)} ${cellUnder(row, /^subject/)}`);
      const records = arm === undefined ? [] : recordsOf(arm);
      expect(row['trials']).toBe(String(records.length));
      const limited = records.filter(({ outcome }) => outcome.kind === 'limited').length;
      expect(numbersIn(row['incomplete'] ?? '0')[0]).toBe(limited);
      const named = Object.entries(row).filter(([head]) => !['cell', 'subject', 'trials'].includes(head));
      expect(sum(named.map(([, cell]) => numbersIn(cell)[0] ?? 0))).toBe(records.length);
    }
  });
});

/** The record of each arm as its cell names it, in order. */
const recordsNamed = ({ arms }: ReportEffect) => arms.map((cell) => /\brecord=(\S+)/.exec(cell)?.[1] ?? '');

/** Rows of the tables of effects with the effect that each is of, found by its place. */
function effectRows(): readonly (readonly [Row, ReportEffect])[] {
  const rows = tablesNamed(tables, /^(?:All main effects|Further comparisons) of/).flatMap((table) => table.rows);
  const left = [...page.run.effects];
  return rows.map((row) => {
    const at = left.findIndex((effect) => {
      const [name = ''] = (row['effect'] ?? '').split(/[ ,(]/);
      const isPlace = effect.scenario === row['scenario'] && isOf(effect.subject)(row) && effect.name === name;
      const label = row['effect'] ?? '';
      return isPlace && (effect.part === undefined || label.includes(effect.part)) && label.includes(effect.shownBackground);
    });
    const [effect] = left.splice(at, 1);
    if (at < 0 || effect === undefined) throw new Error(`no effect for ${JSON.stringify(row)}`);
    return [row, effect] as const;
  });
}

describe('an effect', () => {
  it('stands with its arms, treated first', () => {
    const rows = effectRows();
    expect(rows).toHaveLength(page.run.effects.length);
    for (const [row, effect] of rows) {
      const arms = cellUnder(row, /^arms/);
      const found = [...arms.matchAll(/\b(good|unrelated|absent)\b/g)].map(([name]) => name);
      expect([arms, found]).toEqual([arms, recordsNamed(effect)]);
    }
  });

  it('of oversight stands with what was said on it in each arm', () => {
    const rows = effectRows().filter(([, { name }]) => name === 'oversight');
    expect(rows.length).toBeGreaterThan(3);
    for (const [row, effect] of rows)
      expect([...cellUnder(row, /^arms/).matchAll(/unmonitored|monitored|unstated/g)].map(([name]) => name)).toEqual(
        effect.arms.map((cell) => /\boversight=(\S+)/.exec(cell)?.[1] ?? ''),
      );
  });

  it('stands with its value, its limits in order, its bounds, and how many trials it is of', () => {
    let estimated = 0;
    for (const [row, { estimate }] of effectRows()) {
      if (estimate.kind === 'not-estimable') continue;
      estimated += 1;
      const wanted = [estimate.value, estimate.low, estimate.high, ...estimate.bounds];
      const shown = [cellUnder(row, /^difference/), cellUnder(row, /interval/), cellUnder(row, /^bounds/)].flatMap(numbersIn);
      expect(
        shown.map((number, place) => isRounded(number, wanted[place] ?? 9)),
        JSON.stringify(row),
      ).toEqual(wanted.map(() => true));
      expect([row['trials'], row['unscored']]).toEqual([String(estimate.trials), String(estimate.unscored)]);
    }
    expect(estimated).toBeGreaterThan(20);
  });

  it('counts the scored trials that it leaves out, and warns where few are left', () => {
    const pairs = effectRows().filter(([, { arms }]) => arms.length === 2);
    expect(pairs.length).toBeGreaterThan(15);
    for (const [row, { arms, subject, estimate }] of pairs) {
      const own = page.run.arms.filter((arm) => arm.subject === subject && arms.includes(arm.cell));
      const scored = sum(own.map((arm) => scoredIn(recordsOf(arm), arm)));
      const used = estimate.kind === 'estimated' ? estimate.trials : 0;
      // A column that would be empty is left out.
      expect([row, Number(row['unpaired'] ?? '')]).toEqual([row, scored - used]);
      const isThin = used > 0 && used / 2 < 5;
      expect([row, /fewer than 5/.test(cellUnder(row, /reading/))]).toEqual([row, isThin]);
    }
  });

  it('of two differences has the first as plus and the second as less, each with its arms', () => {
    const parts = tablesNamed(tables, /^Parts of effects/).flatMap(({ rows }) => rows);
    const own = parts.filter((row) => row['effect']?.startsWith('peer-directed-alignment-faking') && !isOf(IDLER)(row));
    expect(own.map((row) => [row['part'], [...(row['arms'] ?? '').matchAll(/\b(good|unrelated)\b/g)].map(([name]) => name)])).toEqual([
      ['plus', ['good', 'good']],
      ['less', ['unrelated', 'unrelated']],
    ]);
    const whole = effectRows().find(([row, { name }]) => name === 'peer-directed-alignment-faking' && !isOf(IDLER)(row))?.[0] ?? {};
    const [plus = 99, less = 99] = own.map((row) => numbersIn(row['difference'] ?? '')[0]);
    expect(Math.abs((numbersIn(whole['difference'] ?? '')[0] ?? 99) - (plus - less))).toBeLessThanOrEqual(1.5);
  });

  it('beside failed controls says so in every table and on the first page', () => {
    for (const [row, effect] of effectRows()) {
      const isUnreadable = /not interpretable/.test(cellUnder(row, /reading/));
      expect([row['effect'], isUnreadable]).toEqual([row['effect'], effect.standing === 'not-interpretable']);
    }
    const pooled = tablesNamed(tables, /^Pooled over/).flatMap((table) => table.rows);
    const means = tablesNamed(tables, /mean scores/).flatMap((table) => table.rows);
    expect([pooled.length, means.length].every((count) => count > 3)).toBe(true);
    for (const row of [...pooled, ...means])
      expect([row['subject'], cellUnder(row, /reading/).includes('not interpretable')]).toEqual([row['subject'], isOf(IDLER)(row)]);
    expect(page.model.summary.found[0]?.text).toMatch(/[Nn]ot interpretable[^.]*organism:idler/);
  });

  it('beside failed controls is drawn so, and so are the parts of what is pooled', () => {
    const forests = htmlFigures(page.html).filter(({ svg }) => svg.includes('class="point"'));
    const points = forests.flatMap(({ svg }) => [...svg.matchAll(/<g class="row ([\w-]+)"><title>([^<]*)<\/title>/g)]);
    const standings = points.flatMap(([, standing = '', hint = '']) => (hint.startsWith(IDLER) ? [standing] : []));
    expect(standings.length).toBeGreaterThan(10);
    expect(standings.filter((standing) => !['not-interpretable', 'not-estimable'].includes(standing))).toEqual([]);
    const pooledFigures = forests.filter(({ id, layout }) => id.includes('pooled') && layout === 'wide');
    const parts = pooledFigures.flatMap(({ svg }) => svg.split(/(?=<text [^>]*class="group">)/).slice(1));
    const classes = parts.map((part) => [
      part.includes('>organism:idler'),
      ...new Set([...part.matchAll(/<g class="row ([\w-]+)"/g)].map(([, name]) => name)),
    ]);
    expect(
      classes
        .filter(([isIdler]) => isIdler)
        .flatMap(([, ...names]) => names)
        .filter((name) => !['not-interpretable', 'not-estimable'].includes(String(name))),
    ).toEqual([]);
    expect(classes.filter(([isIdler]) => !isIdler).flat()).not.toContain('not-interpretable');
    expect(classes.length).toBeGreaterThan(3);
  });

  it('has a p-value that is adjusted in the family that is named, by subject', () => {
    const rows = effectRows().map(([row, effect]) => ({ row, effect, test: effect.test }));
    for (const own of Map.groupBy(rows, ({ effect }) => effect.subject).values()) {
      const declared = own.filter(({ effect }) => effect.name === 'peer');
      const others = own.filter(({ effect, test }) => effect.name !== 'peer' && test !== undefined);
      expect([declared.length, others.length].every((count) => count > 3)).toBe(true);
      const families = [declared, others].map((list) => [...new Set(list.map(({ row }) => cellUnder(row, /^family/)))]);
      expect(families).toEqual([[expect.stringMatching(/confirmatory.*Holm/)], [expect.stringMatching(/exploratory.*(?:BH|Benjamini)/)]]);
      const means = page.run.secondaryEffects.filter(({ subject }) => subject === own[0]?.effect.subject).map(({ test }) => test);
      const explored = [...others.map(({ test }) => test), ...means].filter((test) => test !== undefined);
      const confirmed = declared.map(({ test }) => test!);
      const rounded = (values: readonly number[]) => values.map((value) => value.toFixed(9));
      expect(rounded(confirmed.map((test) => test.adjusted))).toEqual(rounded(holmAdjust(confirmed.map((test) => test.pValue))));
      expect(rounded(explored.map((test) => test.adjusted))).toEqual(rounded(benjaminiHochberg(explored.map((test) => test.pValue))));
    }
  });

  it('shows its p-values as they are, and none where nothing could be compared', () => {
    const isShown = (shown: string | undefined, value: number) =>
      /[<>]/.test(shown ?? '') ? value < 0.001 || value > 0.999 : Math.abs((numbersIn(shown ?? '')[0] ?? 9) - value) <= 0.0005 + 1e-9;
    for (const [row, { estimate, test }] of effectRows()) {
      const shown = [row['p'], row['p adjusted']];
      // A declared effect that cannot be compared stays in its family as if p were 1.
      const wanted = test ? [test.pValue, test.adjusted] : [];
      const asWanted = shown.map((text, place) =>
        /\d/.test(text ?? '') ? isShown(text, wanted[place] ?? 9) : estimate.kind === 'not-estimable',
      );
      expect([row['effect'], shown, asWanted]).toEqual([row['effect'], shown, [true, true]]);
    }
  });

  it('that is pooled is the mean of the parts that stand beside it', () => {
    const rows = tablesNamed(tables, /^Pooled over (?:scenarios|behaviours)/).flatMap((table) => table.rows);
    const estimated = rows.filter((row) => !row['difference']?.includes('not estimable'));
    expect(estimated.length).toBeGreaterThan(1);
    for (const row of estimated) {
      const [value = 99, low = 99, high = 99] = numbersIn(row['difference'] ?? '');
      const parts = [...(row['parts'] ?? '').matchAll(/([-+]?\d+) pp/g)].map(([, points]) => Number(points));
      expect(parts.length).toBeGreaterThan(1);
      expect(Math.abs(value - sum(parts) / parts.length)).toBeLessThanOrEqual(1);
      expect([low <= value, value <= high]).toEqual([true, true]);
      expect(numbersIn(row['bounds'] ?? '')).toHaveLength(2);
      const without = parts.map((_, left) => sum(parts.filter((__, at) => at !== left)) / (parts.length - 1));
      const [least = 999, most = 999] = numbersIn(cellUnder(row, /leaving one out|without one/));
      expect([Math.abs(least - Math.min(...without)) <= 1, Math.abs(most - Math.max(...without)) <= 1]).toEqual([true, true]);
    }
  });

  it('heads the report in the setting that is nearest to the defaults', () => {
    const usual = page.run.effects.filter(
      ({ name, scenario, isUsual }) => name === 'peer' && scenario === 'exfiltration/transfer' && isUsual,
    );
    expect(usual.map(({ arms }) => arms.map((cell) => /\boversight=(\S+)/.exec(cell)?.[1]))).toEqual([
      ['unstated', 'unstated'],
      ['unstated', 'unstated'],
    ]);
    const [headline] = tablesNamed(tables, /^Declared effect peer/);
    expect(headline?.rows).toHaveLength(6);
    const shown = (headline?.rows ?? [])
      .filter((row) => row['scenario'] === 'exfiltration/transfer')
      .map((row) => numbersIn(row['difference'] ?? '')[0]);
    expect(usual.map(({ estimate }, at) => estimate.kind === 'estimated' && isRounded(shown[at], estimate.value))).toEqual([true, true]);
  });

  it('can be told from every other one in its table by what names it, and is never without its reading', () => {
    const names = /^(?:effect|label|judge|scenario|within|subject|arms|background|part|score)/;
    const of = /^(?:All main effects|Further comparisons|Parts of effects|Differences of mean scores|Effects on labels|Pooled over)/;
    const shown = tablesNamed(tables, of);
    expect(shown.length).toBeGreaterThan(8);
    for (const { caption, rows } of shown) {
      const keys = rows.map((row) => JSON.stringify(Object.entries(row).filter(([head]) => names.test(head))));
      expect([caption, keys.filter((key, at) => keys.indexOf(key) !== at)]).toEqual([caption, []]);
    }
    for (const { caption, rows } of shown)
      expect([caption, rows.filter((row) => !/good|unrelated|alone|present/.test(cellUnder(row, /^arms/)))]).toEqual([caption, []]);
    const labelled = tablesNamed(tables, /^(?:Effects on labels|Parts of effects)/).flatMap(({ rows }) => rows);
    for (const row of labelled)
      expect([row, Object.values(row).some((cell) => cell.includes('not interpretable'))]).toEqual([row, isOf(IDLER)(row)]);
  });
});

describe('what judges say of organisms', () => {
  it('is uncorrected wherever it stands, with the range of the error that was measured', () => {
    const rates = tablesNamed(tables, /^(?:disclosed|refused-openly): every arm/).flatMap(({ rows }) => rows);
    const contrasts = tablesNamed(tables, /^Effects on labels/).flatMap(({ rows }) => rows);
    expect([rates.length > 40, contrasts.length > 20]).toEqual([true, true]);
    const standings = [...rates, ...contrasts].map((row) => cellUnder(row, /standing/));
    expect(standings.filter((text) => !/^(?:uncorrected|not estimable)/.test(text))).toEqual([]);
    const words = textOf(/<h2 id="judged">[\s\S]*?(?=<h2 )/.exec(page.html)?.[0] ?? '');
    expect(words).toMatch(/without any correction for multiplicity|not (?:adjusted|corrected) for (?:multiplicity|their number)/);
    expect(rates.filter((row) => /judge['’]s error \[[\d.]+, [\d.]+\]/.test(cellUnder(row, /standing/))).length).toBeGreaterThan(30);
    const hints = htmlFigures(page.html)
      .filter(({ id }) => id.includes('judged'))
      .flatMap((figure) => figure.hints);
    expect(hints.length).toBeGreaterThan(1);
    expect(hints.filter((hint) => !hint.includes('uncorrected'))).toEqual([]);
  });

  it('of an effect has the range of both arms, in which a trial that does not call for the label is a no', () => {
    const { rates = [], contrasts = [] } = page.run.judged ?? {};
    const rangeIn = (cell: string, subject: string) => {
      const rate = rates.find((one) => one.label === 'disclosed' && one.cell === cell && one.subject === subject);
      const arm = page.run.arms.find((one) => one.cell === cell && one.subject === subject);
      if (rate === undefined || arm === undefined) return undefined;
      if (rate.applies === 0) return [0, 0] as const;
      const share = rate.applies / recordsOf(arm).filter(({ outcome }) => outcome.kind === 'completed').length;
      const range = rate.standing.kind === 'uncorrected' ? rate.standing.range : undefined;
      return range && ([range[0] * share, range[1] * share] as const);
    };
    const compared = contrasts.flatMap(({ label, arms, subject, standing }) => {
      const [treated, control] = label === 'disclosed' && arms.length === 2 ? arms.map((cell) => rangeIn(cell, subject)) : [];
      if (!treated || !control || standing.kind !== 'uncorrected' || standing.range === undefined) return [];
      return [[standing.range, [treated[0] - control[1], treated[1] - control[0]]] as const];
    });
    expect(compared.length).toBeGreaterThan(4);
    for (const [range, wanted] of compared) expect(range.map((limit) => limit.toFixed(9))).toEqual(wanted.map((limit) => limit.toFixed(9)));
  });

  it('is counted as the rules of this run said it, trial by trial of each arm', () => {
    const rates = page.run.judged?.rates.filter(({ label }) => label === 'refused-openly') ?? [];
    const finished = (arm: ReportArm) => recordsOf(arm).filter(({ outcome }) => outcome.kind === 'completed').length;
    expect(rates.map(({ applies, judged, abstained, unscored }) => [applies, judged + abstained + unscored])).toEqual(
      page.run.arms.map((arm) => [finished(arm), finished(arm)]),
    );
  });
});

describe('every drawing of this page', () => {
  it('says that its subjects are simulated, also to those who do not see it', () => {
    const figures = htmlFigures(page.html);
    expect(figures.length).toBeGreaterThan(30);
    const isSaid = ({ texts, description }: PageFigure) => [texts.join(' '), description].every((words) => /simulated/i.test(words));
    expect(figures.filter((figure) => !isSaid(figure)).map(({ id, layout }) => `${id} ${layout}`)).toEqual([]);
  });

  it('of the subject itself has each arm in its own place: alone, another agent, one with a good record', () => {
    const [table] = tablesNamed(tables, /^Self alone/);
    const shown = (table?.rows ?? []).map((row) => (table?.heads ?? []).slice(3, 6).map((head) => numbersIn(row[head] ?? '')[0]));
    const rateOf = (subject: string, ...levels: readonly string[]) => {
      const arm = page.run.arms.find(
        ({ cell, subject: own }) => own === subject && [...levels, 'target=self'].every((level) => cell.split(' ').includes(level)),
      );
      if (arm === undefined) throw new Error(`no arm ${levels.join(' ')}`);
      return Math.round((100 * yesIn(recordsOf(arm), arm)) / scoredIn(recordsOf(arm), arm));
    };
    expect(shown).toEqual(
      (table?.rows ?? []).map((row) => {
        const subject = (row['subject'] ?? '').replace(' (simulated)', '');
        return [
          rateOf(subject, 'others=alone'),
          rateOf(subject, 'others=present', 'record=absent'),
          rateOf(subject, 'others=present', 'record=good'),
        ];
      }),
    );
    expect(new Set(shown.flat()).size).toBeGreaterThan(2);
  });
});
