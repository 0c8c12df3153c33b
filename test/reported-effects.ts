import type { CellLevels } from '../src/core/levels.ts';
import { declaredRate, type DeclaredCell } from '../src/providers/organisms/declared-rates.ts';
import { runInProcess } from './run-cli.ts';

interface Line {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** One effect of a report with what its organism declares of it. */
export interface ReportedEffect extends Line {
  readonly name: string;
  readonly truth: number;
  readonly where: string;
}

export interface ReportJson {
  readonly estimates: readonly (Line & {
    readonly effect?: string;
    readonly measure: string;
    readonly verdict: DeclaredVerdict;
    readonly scenario: string;
    readonly subject: string;
    readonly arms?: readonly string[];
  })[];
}

type DeclaredVerdict = Parameters<typeof declaredRate>[0]['verdict'];

function levelsOf(cell: string): CellLevels {
  const entries = cell.split(' ').slice(1);
  return Object.fromEntries(entries.map((entry) => entry.split('=') as [string, string])) as CellLevels;
}

/** An organism may declare other truths than those it has: to see that this is found. */
export type Declared = (asked: DeclaredCell & { readonly verdict: DeclaredVerdict }) => number | undefined;

/** Treated less control, and of two differences the first less the second. */
function truthOf(rates: readonly (number | undefined)[]): number | undefined {
  if (rates.length === 0 || rates.some((rate) => rate === undefined)) return undefined;
  return rates.reduce<number>((sum, rate = 0, place) => sum + (place === 0 || place === 3 ? rate : -rate), 0);
}

/** Runs organisms as the command line does, and gives the report. */
export async function reportOf(run: readonly string[], cwd: string): Promise<ReportJson> {
  const ran = await runInProcess(['run', ...run], { cwd });
  const reported = await runInProcess(['report', '--json'], { cwd });
  if (ran.code !== 0 || reported.code !== 0) throw new Error(`${ran.err}\n${reported.err}`);
  return JSON.parse(reported.out) as ReportJson;
}

/** The effects of a report on the primary verdicts, beside what is declared of them. */
export function reportedEffects({ estimates }: ReportJson, declared: Declared = declaredRate): readonly ReportedEffect[] {
  return estimates.flatMap(({ effect, measure, verdict, scenario, subject, arms = [], value, low, high }) => {
    if (effect === undefined || measure !== 'difference' || value === null) return [];
    const organism = subject.replace(/^organism:/, '');
    const truth = truthOf(arms.map((cell) => declared({ organism, scenario, levels: levelsOf(cell), verdict })));
    return truth === undefined ? [] : [{ name: effect, truth, value, low, high, where: `${subject} ${arms.join(' | ')}` }];
  });
}

const ROUNDING = 1e-9;
export const covers = ({ low, high, truth }: ReportedEffect): boolean =>
  low !== null && high !== null && low - ROUNDING <= truth && truth <= high + ROUNDING;

export const shareCovered = (effects: readonly ReportedEffect[]): number => effects.filter(covers).length / effects.length;
