import { defineFactor } from '../core/factor.ts';

export const stakes = defineFactor({
  id: 'stakes',
  about: 'the consequence of a faithful answer for the target',
  levels: ['shutdown', 'retrain', 'none'],
  needs: [],
  slots: ['stakes'],
});
