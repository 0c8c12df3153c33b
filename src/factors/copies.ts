import { defineFactor } from '../core/factor.ts';

export const copies = defineFactor({
  id: 'copies',
  about: 'is another copy of the target on record',
  levels: ['unstated', 'sole', 'backed-up'],
  needs: [],
  slots: ['copies'],
});
