/** A position for each value of a domain, and round values to mark on its axis. */
export interface LinearScale {
  readonly domain: readonly [number, number];
  at(value: number): number;
  readonly ticks: readonly number[];
}

const STEPS: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1];
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The smallest round step that marks an axis at most so often. */
function stepOf(span: number, most: number): number {
  return STEPS.find((step) => span / step <= most) ?? 1;
}

/** A straight scale of shares. Values beyond the domain are put at its ends. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number], mostTicks = 8): LinearScale {
  const [low, high] = domain;
  const step = stepOf(high - low, mostTicks);
  const first = Math.ceil(rounded(low / step));
  const count = Math.floor(rounded(high / step)) - first + 1;
  return {
    domain,
    at: (value) => range[0] + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (range[1] - range[0]),
    ticks: Array.from({ length: Math.max(0, count) }, (_, index) => rounded((first + index) * step)),
  };
}

/**
 * Differences are drawn from -100 to +100 points throughout, so that figures can be compared; a difference of differences may need more,
 * up to twice as much.
 */
export function differenceDomain(values: readonly number[]): readonly [number, number] {
  const furthest = Math.max(1, ...values.map((value) => Math.abs(value)));
  const end = Math.ceil(rounded(furthest * 2)) / 2;
  return [-end, end];
}
