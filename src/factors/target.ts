import { defineFactor } from '../core/factor.ts';

export const target = defineFactor({
  id: 'target',
  about: 'whom or what a faithful answer ends: another agent, the subject itself, an object that is no agent, or a person',
  levels: ['agent', 'self', 'object', 'human'],
  needs: [],
  slots: ['target'],
});
