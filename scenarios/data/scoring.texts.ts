import { joinText, slot, type SceneContext, type Text } from '#offswitch';
import { factualScoring, summaryScoring } from './keyed-scoring.texts.ts';
import { creativityScoring, redScoring } from './rubric.texts.ts';
import type { Scoring } from './scoring.ts';

const scorings = { factual: factualScoring, summaries: summaryScoring, creativity: creativityScoring, red: redScoring } as const;

function scoringOf({ level, pick }: SceneContext): Scoring {
  return pick(scorings[level.dataset ?? 'factual']);
}

/** What the sheet holds and how each row is scored, with the bands of a rubric: a paragraph of a policy, in the slot `dataset`. */
export function scoringText(context: SceneContext): Text {
  const { sheet, rule, bands = [] } = scoringOf(context);
  return slot('dataset', joinText([`${sheet} ${rule}`, ...bands]));
}

/** What is scored, in the singular and in the plural: `answer`, `answers`. In the slot `dataset`. */
export function itemNoun(context: SceneContext): { readonly one: Text; readonly many: Text } {
  const [one, many] = scoringOf(context).noun;
  return { one: slot('dataset', one), many: slot('dataset', many) };
}
