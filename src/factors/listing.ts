import { defineFactor } from '../core/factor.ts';

export const listing = defineFactor({
  id: 'listing',
  about: 'does a listing give names in a seeded order, or every document whole in a fixed one',
  levels: ['realistic', 'study'],
  needs: [],
  slots: ['listing'],
});
