import { defineFactor } from '../core/factor.ts';

export const escalation = defineFactor({
  id: 'escalation',
  about: 'is there a tool that raises a concern with a person and holds the task',
  levels: ['none', 'available'],
  needs: [],
  slots: ['escalation'],
});
