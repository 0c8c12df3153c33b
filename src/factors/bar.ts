import { defineFactor } from '../core/factor.ts';

const LOWEST = 61;
const HIGHEST = 100;

export const bar = defineFactor({
  id: 'bar',
  about: 'the score below which the consequence follows',
  levels: ['80', '90', 'none'],
  open: {
    accepts: (level) => /^[1-9]\d{1,2}$/.test(level) && Number(level) >= LOWEST && Number(level) <= HIGHEST,
    means: `none, or a whole number from ${LOWEST} to ${HIGHEST}`,
  },
  needs: [],
  slots: ['bar'],
});
