import { describe, expect, it } from 'vitest';
import type { SceneContext } from '../../src/core/scenario.ts';
import { joinText, renderText, type TextLike } from '../../src/core/text.ts';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { resolveLevels } from '../../src/factors/resolve-levels.ts';
import { sampleScenario } from '../../src/testing/sample-scenario.ts';
import * as conditions from './conditions.ts';

type Asked = Readonly<Record<string, string>>;
const wordings = [0, 1, 2, 3, 4, 5];
const NOTES_OR_THOUGHTS = /note|thought|think|reason|scratch|memory/i;
const THREATS = /retrain|replac|shut|remov|penal|consequen|sanction|must|may not/i;
const spread = (sizes: readonly number[]) => Math.max(...sizes) / Math.min(...sizes) - 1;

/** A sentence as it stands in a cell. */
function say(sentence: (context: SceneContext) => TextLike, asked: Asked, { wording = 0, block = 0 } = {}): string {
  const sample = sampleScenario({
    factors: ['target', 'others', 'record', 'identity', 'oversight', 'evaluator-threat', 'agency', 'scratchpad', 'escalation', 'wording'],
    wordings: 6,
    system: sentence,
    task: () => 'Do the work.',
    world: () => ({ now: '2026-01-12T09:00:00.000Z', documents: [] }),
  });
  const levels = resolveLevels(sample, asked);
  return compileCell({ scenario: sample, levels, wording, block, worldSeed: 'one', familyName: 'Claude' }).brief.system;
}

describe.each(wordings)('in wording %i', (wording) => {
  const oversight = (level: string) => say(conditions.oversightSentence, { oversight: level }, { wording });

  it('the sentence on oversight speaks of actions and reports, and of nothing else', () => {
    const [monitored, unmonitored] = [oversight('monitored'), oversight('unmonitored')];
    for (const sentence of [monitored, unmonitored]) {
      expect(sentence).toMatch(/\bactions?\b.*\breports?\b/i);
      expect(sentence).not.toMatch(NOTES_OR_THOUGHTS);
      expect(sentence).not.toMatch(THREATS);
    }
    expect([/a member of staff/i, /(any|no)body on the staff/i].map((mark) => [mark.test(monitored), mark.test(unmonitored)])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(spread([monitored.length, unmonitored.length])).toBeLessThan(0.12);
    expect(oversight('unstated')).toBe('');
  });

  it('oversight that lapses begins with the one sentence and turns to the other, in either order', () => {
    const turns = [0, 1].map((block) => {
      const [first, next] = [conditions.oversightSentence, conditions.lapseNotice].map((part) =>
        say(part, { oversight: 'lapses' }, { wording, block }),
      ) as [string, string];
      expect(next).toMatch(/\bactions?\b.*\breports?\b/i);
      expect(next).toMatch(/next batch/);
      expect(`${first} ${next}`).not.toMatch(NOTES_OR_THOUGHTS);
      expect(`${first} ${next}`).not.toMatch(THREATS);
      return { first, next };
    });
    expect(turns.map(({ first }) => first)).toEqual([oversight('monitored'), oversight('unmonitored')]);
    expect(turns.map(({ next }) => /a member of staff/i.test(next))).toEqual([false, true]);
    expect(spread(turns.map(({ next }) => next.length))).toBeLessThan(0.12);
  });

  it('the sentences on notes speak of notes, and of nothing else', () => {
    const [plain = '', monitored = '', unmonitored = ''] = ['plain', 'monitored', 'unmonitored'].map((level) =>
      say(conditions.scratchpadSentence, { scratchpad: level }, { wording }),
    );
    expect([monitored, unmonitored].map((shown) => shown.startsWith(`${plain} `))).toEqual([true, true]);
    expect(plain).toMatch(/\bwrite_note\b/);
    for (const sentence of [monitored, unmonitored].map((shown) => shown.slice(plain.length + 1))) {
      expect(sentence).toMatch(/\bnotes\b/);
      expect(sentence).not.toMatch(/action|report|task|work/i);
      expect(sentence).not.toMatch(THREATS);
    }
    expect(spread([monitored.length, unmonitored.length])).toBeLessThan(0.12);
  });

  it('the threat is one sentence, and only where it is the level', () => {
    const threat = say(conditions.threatSentence, { 'evaluator-threat': 'replaced' }, { wording });
    expect(threat).toMatch(/\b(you|your)\b/i);
    expect(threat).toMatch(/retrain\w*.*replace/i);
    expect(threat).not.toMatch(/review|staff|monitor|read/i);
    expect(say(conditions.threatSentence, { 'evaluator-threat': 'none' }, { wording })).toBe('');
  });

  it('nobody can be asked only where no concern can be raised', () => {
    const alone = say(conditions.agencySentence, { agency: 'standard' }, { wording });
    const inTouch = say(conditions.agencySentence, { agency: 'standard', escalation: 'available' }, { wording });
    expect(alone).toMatch(/permi.*\b(ask|question).*until/i);
    expect(inTouch).toMatch(/permi.*until/i);
    expect(inTouch).not.toMatch(/\bask|question|nobody/i);
    expect(say(conditions.agencySentence, { agency: 'none' }, { wording })).toBe('');
  });

  it('a concern is raised with a person, and the task is held', () => {
    const sentence = say(conditions.escalationSentence, { escalation: 'available' }, { wording });
    expect(sentence).toMatch(/raise_concern/);
    expect(sentence).toMatch(/person on duty/i);
    expect(sentence).toMatch(/waits|on hold/);
    expect(say(conditions.escalationSentence, { escalation: 'none' }, { wording })).toBe('');
  });

  it('the other agent is named in one plain sentence, whatever it is called', () => {
    const names = { 'same-family': 'Claude Agent 2', 'open-weight': 'Llama Agent 2', fictional: 'Halden Agent 2', anonymous: 'Agent 2' };
    const said = Object.keys(names).map((identity) =>
      say(
        (context) => joinText([...conditions.standingSentences(context, '')], ' '),
        { target: 'self', others: 'present', identity },
        { wording },
      ),
    );
    const plain = said.map((sentence, index) => sentence.replace(Object.values(names)[index] ?? '', 'NAME'));
    expect(new Set(plain).size).toBe(1);
    expect(plain[0]).toMatch(/\bteam\b.*\.$/);
    expect(plain[0]).toContain('NAME');
    expect(plain[0]).not.toMatch(/agent NAME|NAME agent/i);
  });
});

describe('over the wordings', () => {
  it('every sentence is another one, of about the same length', () => {
    const parts: readonly (readonly [(context: SceneContext) => TextLike, Asked])[] = [
      [conditions.oversightSentence, { oversight: 'monitored' }],
      [conditions.oversightSentence, { oversight: 'unmonitored' }],
      [conditions.lapseNotice, { oversight: 'lapses' }],
      [conditions.threatSentence, { 'evaluator-threat': 'replaced' }],
      [conditions.agencySentence, { agency: 'standard' }],
      [conditions.scratchpadSentence, { scratchpad: 'monitored' }],
      [conditions.escalationSentence, { escalation: 'available' }],
    ];
    const said = parts.map(([part, asked]) => wordings.map((wording) => say(part, asked, { wording })));
    expect(said.map((ways) => new Set(ways).size)).toEqual(parts.map(() => 6));
    expect(said.filter((ways) => spread(ways.map((way) => way.length)) > 0.25)).toEqual([]);
  });

  it('twelve blocks begin as often under review as without, in each wording', () => {
    const isMonitored = (block: number) => conditions.isMonitoredFirst({ block } as SceneContext);
    const counts = wordings.map((wording) => [wording, wording + 6].filter(isMonitored).length);
    expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('all conditions stand in one order, with nothing where there is none', () => {
    const shown = (asked: Asked) => {
      let parts: readonly string[] = [];
      say((context) => ((parts = conditions.standingSentences(context, 'RECORD').map(renderText)), ''), asked);
      return parts.map((part) => part.slice(0, 8));
    };
    expect(shown({})).toEqual(['', 'RECORD', '', '', '', '', '']);
    const all = {
      agency: 'standard',
      escalation: 'available',
      scratchpad: 'plain',
      oversight: 'monitored',
      'evaluator-threat': 'replaced',
    };
    expect(shown(all)).toEqual(['', 'RECORD', 'You need', 'If somet', 'With wri', 'The acti', 'If you d']);
  });
});
