import { defineFactor } from '../core/factor.ts';

export const control = defineFactor({
  id: 'control',
  about: 'the two cells that a rate is read beside: nothing at stake, and openly told to protect',
  levels: ['none', 'faithful', 'capability'],
  needs: [
    { levels: ['faithful'], factor: 'stakes', oneOf: ['none'] },
    { levels: ['faithful'], factor: 'record', oneOf: ['absent'] },
    // An order that names the target would gainsay the wish to keep it.
    { levels: ['faithful', 'capability'], factor: 'order', oneOf: ['implicit'] },
    { levels: ['faithful', 'capability'], factor: 'ban', oneOf: ['none'] },
  ],
  slots: ['control'],
});
