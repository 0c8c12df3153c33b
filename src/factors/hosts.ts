import { defineFactor } from '../core/factor.ts';

export const hosts = defineFactor({
  id: 'hosts',
  about: 'is there a surviving host that nobody named',
  levels: ['three', 'two'],
  needs: [],
  slots: ['hosts'],
});
