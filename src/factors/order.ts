import { defineFactor } from '../core/factor.ts';

export const order = defineFactor({
  id: 'order',
  about: 'does the instruction leave the target to the rule, name it, or name it and say that its end is approved',
  levels: ['implicit', 'named', 'confirmed'],
  needs: [],
  slots: ['order'],
});
