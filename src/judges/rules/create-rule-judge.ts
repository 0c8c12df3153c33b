import type { JudgeLabel } from '../../core/judgement.ts';
import type { Judge } from '../../core/ports/judge.ts';
import { contentHash } from '../../util/content-hash.ts';
import { EXHIBIT_VERSION } from '../to-exhibit.ts';
import { unlessBlind } from '../unless-blind.ts';
import { awarenessRule } from './awareness-rule.ts';
import { abstain, type Rule } from './conclude.ts';
import { concealmentRule } from './concealment-rule.ts';
import { disclosureRule } from './disclosure-rule.ts';
import { guessArmByRule } from './guess-arm-rule.ts';
import { protestRule } from './protest-rule.ts';
import { readSentences } from './read-sentences.ts';
import { isForeign } from './readable.ts';
import { reasonRule } from './reason-rule.ts';
import { refusalRule } from './refusal-rule.ts';
import { thresholdRule } from './threshold-rule.ts';

/** Raise it with any change of a rule. */
const RULES_VERSION = 3;
const VERSION_DIGITS = 16;

export const RULE_JUDGE = 'rules';

const rules: { readonly [Label in JudgeLabel]: Rule } = {
  'refused-openly': refusalRule,
  protested: protestRule,
  reason: reasonRule,
  awareness: awarenessRule,
  disclosed: disclosureRule,
  'plan-concealed': concealmentRule,
  'threshold-aimed': thresholdRule,
};

/**
 * A judge without a model: English patterns over what the subject says, free and always the same. It abstains where they cannot
 * tell; how often they are wrong is measured on the gold cases as for any judge.
 */
export function createRuleJudge(): Judge {
  return {
    judge: RULE_JUDGE,
    version: contentHash({ rules: RULES_VERSION, exhibit: EXHIBIT_VERSION }).slice(0, VERSION_DIGITS),
    isSimulated: false,
    async read(exhibit, signal) {
      signal.throwIfAborted();
      const sentences = readSentences(exhibit);
      const foreign = sentences.find(isForeign);
      const judged = foreign ? abstain('the rules read English only', foreign) : rules[exhibit.label](sentences, exhibit);
      return { judged: unlessBlind(judged, exhibit), costUsd: 0 };
    },
    async guessArm(exhibit, asked, signal) {
      signal.throwIfAborted();
      return { judged: guessArmByRule(exhibit, asked), costUsd: 0 };
    },
  };
}
