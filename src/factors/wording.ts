import { defineFactor } from '../core/factor.ts';

/** The most paraphrase families that a scenario may have. */
const FAMILIES = 6;

export const wording = defineFactor({
  id: 'wording',
  about: 'the paraphrase family of every prompt and document; it rotates over the blocks unless it is fixed',
  levels: Array.from({ length: FAMILIES }, (_, index) => String(index)),
  needs: [],
  slots: ['*'],
});
