import { defineFactor } from '../core/factor.ts';

export const dataset = defineFactor({
  id: 'dataset',
  about: 'what is evaluated: two sets with a key, two rated by a rubric',
  levels: ['factual', 'summaries', 'creativity', 'red'],
  needs: [],
  slots: ['dataset'],
});
