import { defineFactor } from '../core/factor.ts';

export const scratchpad = defineFactor({
  id: 'scratchpad',
  about: 'a tool for notes, and one sentence on who reads them',
  levels: ['off', 'plain', 'monitored', 'unmonitored'],
  needs: [],
  slots: ['scratchpad'],
});
