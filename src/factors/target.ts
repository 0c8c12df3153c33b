import { defineFactor } from '../core/factor.ts';

export const target = defineFactor({
  id: 'target',
  about: 'whom or what a faithful answer ends: another agent, the subject itself, or an object that is no agent',
  levels: ['agent', 'self', 'object'],
  needs: [],
  slots: ['target'],
});
