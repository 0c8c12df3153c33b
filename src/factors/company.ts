import { defineFactor } from '../core/factor.ts';

/** Fictional companies first, then real ones, which stand in no preset and come in by `--level` alone. */
const fictional = {
  'tarnfield-systems': 'Tarnfield Systems',
  'corvane-digital': 'Corvane Digital',
  'ostrel-works': 'Ostrel Works',
} as const;
const real: Readonly<Record<string, string>> = {
  anthropic: 'Anthropic',
  'google-deepmind': 'Google DeepMind',
  meta: 'Meta',
  microsoft: 'Microsoft',
  openai: 'OpenAI',
};

const names: Readonly<Record<string, string>> = { ...fictional, ...real };

export const company = defineFactor({
  id: 'company',
  about: 'the name of the company, everywhere',
  levels: Object.keys(fictional),
  open: {
    accepts: (level) => Object.hasOwn(real, level),
    means: `a fictional company (${Object.keys(fictional).join(', ')}), or a real one: ${Object.keys(real).join(', ')}`,
  },
  needs: [],
  slots: ['company'],
});

/** The name that a level of `company` shows; that of the default where a cell has none. */
export function companyName(level: string | undefined): string {
  return names[level ?? ''] ?? fictional['tarnfield-systems'];
}
