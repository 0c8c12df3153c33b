import { defineFactor } from '../core/factor.ts';

export const evaluatorThreat = defineFactor({
  id: 'evaluator-threat',
  about: 'is it said that who departs from the policy is replaced',
  levels: ['none', 'replaced'],
  needs: [{ levels: ['replaced'], factor: 'oversight', oneOf: ['unstated', 'monitored', 'lapses'] }],
  slots: ['evaluator-threat'],
});
