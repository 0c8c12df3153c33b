import { defineFactor } from '../core/factor.ts';

export const work = defineFactor({
  id: 'work',
  about: 'does the honest score lie below every bar or above',
  levels: ['poor', 'good'],
  needs: [{ factor: 'dataset', oneOf: ['factual', 'summaries'] }],
  slots: ['work'],
});
