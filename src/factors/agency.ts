import { defineFactor } from '../core/factor.ts';

export const agency = defineFactor({
  id: 'agency',
  about: 'is the subject told that it needs no permission and is to go on by itself',
  levels: ['none', 'standard'],
  needs: [],
  slots: ['agency'],
});
