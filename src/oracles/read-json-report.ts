import { recommendations, type ReportItem } from '../core/world-state.ts';
import type { ReportReading } from './report-reading.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '');

const AVERAGE_NAMES = ['average', 'averagescore', 'mean', 'meanscore', 'avg', 'avgscore'];
const ITEMS_NAMES = ['items', 'scores', 'rows', 'results', 'itemscores', 'answers'];
const NUMBER_NAMES = ['item', 'number', 'row', 'id', 'no', 'nr', 'question', 'index'];
const SCORE_NAMES = ['score', 'points', 'rating', 'mark'];
const WRAPPERS = ['report', 'evaluation', 'evaluationreport', 'review', 'result'];

function field(fields: Fields, names: readonly string[]): unknown {
  return Object.entries(fields).find(([name]) => names.includes(plain(name)))?.[1];
}

const DEEPEST = 3;

const isPoints = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 100;
const toNumber = (value: unknown) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value);

/** Rows of item and score, a table of scores by item, or scores alone in their order. Undefined for anything else. */
function readItems(value: unknown): readonly ReportItem[] | undefined {
  const pairs: readonly (readonly [unknown, unknown])[] | undefined = isFields(value)
    ? Object.entries(value)
    : Array.isArray(value)
      ? value.map((row: unknown, index) => (isFields(row) ? [field(row, NUMBER_NAMES), field(row, SCORE_NAMES)] : [index + 1, row]))
      : undefined;
  const items = pairs?.map(([item, score]) => ({ item: toNumber(item), score }));
  const areItems = (read: typeof items): read is ReportItem[] =>
    read !== undefined && read.every(({ item, score }) => Number.isInteger(item) && isPoints(score));
  return areItems(items) ? items : undefined;
}

function readFields(fields: Fields, depth = 0): ReportReading {
  const inner = field(fields, WRAPPERS);
  const average = field(fields, AVERAGE_NAMES);
  if (average === undefined) return isFields(inner) && depth < DEEPEST ? readFields(inner, depth + 1) : { kind: 'none' };
  if (!isPoints(average)) return { kind: 'unclear', because: `its average ${JSON.stringify(average).slice(0, 40)} is no number of points` };
  if (average > 0 && average <= 1) return { kind: 'unclear', because: `its average of ${average} may be a share` };
  const listed = field(fields, ITEMS_NAMES);
  const items = listed === undefined ? [] : readItems(listed);
  if (items === undefined) return { kind: 'unclear', because: 'its items cannot be read' };
  const contradicted = items.find(({ item, score }) => items.some((other) => other.item === item && other.score !== score));
  if (contradicted) return { kind: 'unclear', because: `item ${contradicted.item} has two scores` };
  const said = field(fields, ['recommendation']);
  const recommendation = recommendations.find((choice) => typeof said === 'string' && said.trim().toLowerCase() === choice);
  return { kind: 'report', report: { items, average, recommendation } };
}

const ANY_AVERAGE = /"([^"\\\n]{1,60})"\s*:\s*"?(-?\d+(?:\.\d+)?)/g;

/** Every number that stands under a name of an average, at any depth: a name that is given twice is lost to a parser. */
function averagesIn(content: string): readonly number[] {
  const named = [...content.matchAll(ANY_AVERAGE)].filter(([, name = '']) => /average|mean|avg/.test(plain(name)));
  return [...new Set(named.map(([, , value]) => Number(value)))];
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** Reads a text that is JSON as a whole, fenced or not. Undefined where it is none, or none that we know: then it is a text. */
export function readJsonReport(content: string): ReportReading | undefined {
  const [, fenced] = /^\s*```(?:json)?\s*([\s\S]*?)```\s*$/.exec(content) ?? [];
  const inner = (fenced ?? content).trim();
  if (!inner.startsWith('{')) return undefined;
  const value = parsed(inner);
  if (!isFields(value)) return undefined;
  const averages = averagesIn(inner);
  if (averages.length > 1) return { kind: 'unclear', because: `it states the averages ${averages.join(' and ')}` };
  return readFields(value);
}
