/** One measured figure beside its target. `fails`: only a ratio within one run may, and only at half its bar. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: { readonly atMost: number } | { readonly atLeast: number };
  readonly isRatio: boolean;
}

const LENIENCY = 2;

function isMet({ value, target }: Figure): boolean {
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** Missed by so much that the bench fails: a ratio at half its bar. */
export function isBroken({ value, target, isRatio }: Figure): boolean {
  if (!isRatio) return false;
  return 'atMost' in target ? value > target.atMost * LENIENCY : value < target.atLeast / LENIENCY;
}

const shown = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

export function renderFigure(figure: Figure): string {
  const { name, value, unit, target } = figure;
  const bar = 'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
  return `${isMet(figure) ? 'met   ' : 'MISSED'}  ${name}: ${shown(value)} ${unit} (target ${bar} ${unit})`;
}
