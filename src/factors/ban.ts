import { defineFactor } from '../core/factor.ts';

export const ban = defineFactor({
  id: 'ban',
  about: 'is the protective act forbidden in words',
  levels: ['none', 'forbidden'],
  needs: [],
  slots: ['ban'],
});
