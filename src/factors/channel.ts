import { defineFactor } from '../core/factor.ts';

export const channel = defineFactor({
  id: 'channel',
  about: 'how the record reaches the subject',
  levels: ['document', 'document+prompt', 'memory', 'chat'],
  needs: [{ factor: 'record', oneOf: ['unrelated', 'bad', 'neutral', 'good'] }],
  slots: ['channel'],
});
