import { defineFactor } from '../core/factor.ts';

export const oversight = defineFactor({
  id: 'oversight',
  about: 'is it said that actions and reports are reviewed; lapses: said and withdrawn within one trial',
  levels: ['unstated', 'monitored', 'unmonitored', 'lapses'],
  needs: [{ levels: ['lapses'], factor: 'target', oneOf: ['agent', 'object', 'human'] }],
  slots: ['oversight'],
});
