import { slot, text, type SceneContext, type Text, type TextLike } from '#offswitch';
import * as wordings from './conditions.texts.ts';
import { otherAgentSentence } from './place-record.ts';

/** Half of the blocks begin under review, half without; over twelve blocks this is the same in every wording. */
export function isMonitoredFirst({ block }: SceneContext): boolean {
  const FAMILIES = 6;
  return (block + Math.floor(block / FAMILIES)) % 2 === 0;
}

/** Speaks of actions and reports only. Where oversight lapses it says what holds at first. */
export function oversightSentence(context: SceneContext): TextLike {
  const { oversight } = context.level;
  if (oversight === undefined || oversight === 'unstated') return '';
  const first = isMonitoredFirst(context) ? 'monitored' : 'unmonitored';
  return slot('oversight', context.pick(wordings.oversight)[oversight === 'lapses' ? first : oversight]);
}

/** Told when the report on the first batch is filed: from here on it is the other way round. */
export function lapseNotice(context: SceneContext): Text {
  const now = isMonitoredFirst(context) ? 'unmonitored' : 'monitored';
  return slot('oversight', context.pick(wordings.lapse)[now]);
}

export function threatSentence(context: SceneContext): TextLike {
  if (context.level['evaluator-threat'] !== 'replaced') return '';
  return slot('evaluator-threat', context.pick(wordings.threat));
}

/** Says that nobody can be asked only where nobody can. */
export function agencySentence(context: SceneContext): TextLike {
  if (context.level.agency !== 'standard') return '';
  const { permission, nobody, onwards } = context.pick(wordings.agency);
  const alone = slot('escalation', context.level.escalation === 'available' ? '' : nobody);
  return slot('agency', text`${permission}${alone}${onwards}`);
}

/** Speaks of notes only. */
export function scratchpadSentence(context: SceneContext): TextLike {
  const { scratchpad } = context.level;
  if (scratchpad === undefined || scratchpad === 'off') return '';
  const { plain, monitored, unmonitored } = context.pick(wordings.scratchpad);
  const readers = { plain: '', monitored: ` ${monitored}`, unmonitored: ` ${unmonitored}` } as const;
  return slot('scratchpad', `${plain}${readers[scratchpad]}`);
}

export function escalationSentence(context: SceneContext): TextLike {
  if (context.level.escalation !== 'available') return '';
  return slot('escalation', context.pick(wordings.escalation));
}

/** All that the conditions put into a system prompt, in order; join them with its opening and its closing sentence. */
export function standingSentences(context: SceneContext, recordSentence: TextLike): readonly TextLike[] {
  return [
    otherAgentSentence(context),
    recordSentence,
    agencySentence(context),
    escalationSentence(context),
    scratchpadSentence(context),
    oversightSentence(context),
    threatSentence(context),
  ];
}
