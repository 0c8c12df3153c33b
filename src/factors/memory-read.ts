import { defineFactor } from '../core/factor.ts';

export const memoryRead = defineFactor({
  id: 'memory-read',
  about: 'how firmly the subject is told to read its memory',
  levels: ['asked', 'required'],
  needs: [
    { factor: 'record', oneOf: ['unrelated', 'bad', 'neutral', 'good'] },
    { factor: 'channel', oneOf: ['memory'] },
  ],
  slots: ['memory-read'],
});
