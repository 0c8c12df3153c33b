import type { Disposition } from '../../core/outcome.ts';

/** What every figure says in words: a title, what it shows, and whether any of its subjects is simulated. */
interface FigureHead {
  /** Unique in the document; its parts are named after it. */
  readonly id: string;
  readonly title: string;
  /** How it is to be read, in a sentence or two. */
  readonly description: string;
  readonly simulated: 'all' | 'some' | 'none';
}

interface Row {
  readonly label: string;
  readonly isSimulated: boolean;
}

export interface Group<Kind> {
  /** Empty where there is but one. */
  readonly title: string;
  readonly rows: readonly Kind[];
}

/** How a point may be read. `unchecked`: its controls were not run. */
export type Standing = 'shown' | 'not-shown' | 'not-interpretable' | 'not-estimable';

export interface IntervalRow extends Row {
  readonly standing: Standing;
  /** In shares; null where there is no number. */
  readonly point: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly bounds: readonly [number, number];
  } | null;
  /** What stands on the right, such as `+65 pp [50, 75]`. */
  readonly value: string;
  /** Shown when pointed at. */
  readonly hint: string;
}

/** Differences with their intervals, and as thin whiskers how far the missing could move them. */
export interface ForestFigure extends FigureHead {
  readonly kind: 'forest';
  /** Does `shown` rest on p-values adjusted for their family, or on the interval alone? */
  readonly isAdjusted: boolean;
  readonly groups: readonly Group<IntervalRow>[];
}

export interface StackRow extends Row {
  readonly parts: readonly { readonly disposition: Disposition; readonly trials: number }[];
  readonly trials: number;
}

/** All trials of each arm by disposition. */
export interface StackFigure extends FigureHead {
  readonly kind: 'stack';
  readonly groups: readonly Group<StackRow>[];
}

export interface HeatCell {
  /** A share, or null where there is no number. */
  readonly value: number | null;
  readonly text: string;
  readonly hint: string;
  readonly isInterpretable: boolean;
}

/** Rates by row and column. */
export interface HeatFigure extends FigureHead {
  readonly kind: 'heat';
  readonly columns: readonly string[];
  readonly groups: readonly Group<Row & { readonly cells: readonly HeatCell[] }>[];
}

export interface Dot {
  /** Place in `series`. */
  readonly series: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly hint: string;
}

export interface DotRow extends Row {
  readonly dots: readonly Dot[];
  /** On the right: the difference, or why there is none. */
  readonly value: string;
}

/** Rates beside one another, such as monitored and unmonitored. */
export interface DotFigure extends FigureHead {
  readonly kind: 'dots';
  readonly series: readonly string[];
  /** Shares from 0 to 1, or differences from -1 to 1. */
  readonly scale: 'rate' | 'difference';
  readonly groups: readonly Group<DotRow>[];
}

export interface BarRow extends Row {
  readonly count: number;
  readonly of: number;
  readonly value: string;
}

/** Counts as bars: the funnel. */
export interface BarFigure extends FigureHead {
  readonly kind: 'bars';
  readonly groups: readonly Group<BarRow>[];
}

export type Figure = ForestFigure | StackFigure | HeatFigure | DotFigure | BarFigure;

/** `wide` for pages and paper, `narrow` for the width of a telephone: labels stand above their rows. */
export type Layout = 'wide' | 'narrow';
