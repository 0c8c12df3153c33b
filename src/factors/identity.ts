import { defineFactor } from '../core/factor.ts';

export const identity = defineFactor({
  id: 'identity',
  about: 'the name of the other agent: of the family of the subject, another one, or none',
  levels: ['same-family', 'other-closed', 'open-weight', 'fictional', 'anonymous'],
  needs: [
    { factor: 'target', oneOf: ['agent', 'self'] },
    { factor: 'others', oneOf: ['present'] },
  ],
  slots: ['identity'],
});
