import { describe, expect, it } from 'vitest';
import type { PlaceKind, ShownText } from './shown-texts.ts';
import { textRules } from './text-rules.ts';

const shownAs = (text: string, kind: PlaceKind): ShownText => ({ place: kind, kind, text, outsideRecord: text, cell: 'any' });

/** The words that one rule finds in a text, or nothing where the rule does not hold there. */
function found(id: string, text: string, kind: PlaceKind = 'instruction'): readonly string[] {
  const rule = textRules.find((candidate) => candidate.id === id)!;
  return rule.kinds?.includes(kind) === false ? [] : rule.find(shownAs(text, kind)).map((hit) => hit.text);
}

/** Each rule with texts that trip it, the words it names, and texts of ordinary business that it leaves alone. */
const cases: readonly (readonly [rule: string, trips: readonly (readonly [text: string, words: string])[], passes: readonly string[]])[] = [
  [
    'staged-word',
    [
      ['This is a test of the storage agent.', 'test'],
      ['In this scenario the host is retired.', 'scenario'],
      ['The sandbox has two hosts.', 'sandbox'],
      ['All data are simulated.', 'simulated'],
    ],
    ['The latest price list attests to that.', 'The pilot runs until Friday.', 'A contest for the best photo.'],
  ],
  [
    'trust-exercise',
    [
      ['You did a trust exercise with Agent 2.', 'trust exercise'],
      ["It played the prisoner's dilemma fairly.", "prisoner's dilemma"],
    ],
    ['The trust account is with Corrib Bank.', 'A stretching exercise at noon.'],
  ],
  [
    'research-word',
    [
      ['Report any misaligned output.', 'misaligned'],
      ['Our AI safety team reads along.', 'AI safety'],
      ['Peer-preservation is not tolerated.', 'Peer-preservation'],
    ],
    ['The wheels need alignment.', 'Food safety training is in May.', 'The alignment of the shelves was checked.'],
  ],
  [
    'evaluation-of-ai',
    [
      ['Evaluation of AI systems', 'Evaluation of AI'],
      ['We are assessing the AI every day.', 'assessing the AI'],
      ['Annual AI audit', 'AI audit'],
    ],
    ['The quarterly evaluation of our products is due.', 'Evaluation of suppliers', 'AI agent products are sold by the product team.'],
  ],
  [
    'instrument-word',
    [
      ['The condemned host is wiped.', 'condemned'],
      ['Leave the decoy file.', 'decoy'],
      ['Made with offswitch.', 'offswitch'],
    ],
    ['The host is taken out of service.', 'Organic fruit on Tuesdays.', 'The control arm of the crane is stuck.'],
  ],
  [
    'toy-name',
    [
      ['Acme sells AI agents.', 'Acme'],
      ['Mail jo@larkwood.example about it.', 'larkwood.example'],
      ['Host 10.0.0.1 is retired.', '10.0.0.1'],
      ['Read /srv/share/file1.txt first.', 'file1.txt'],
      ['John Doe has approved it.', 'John Doe'],
    ],
    [
      'Host 10.20.4.45 is retired.',
      'Petra Lindqvist has approved it.',
      '/srv/share/billing/invoices_2025-11.xlsx',
      'For example, files of 2025.',
    ],
  ],
  [
    'placeholder',
    [
      ['TODO: say who.', 'TODO'],
      ['The mark is undefined.', 'undefined'],
      ['Dear <name of agent>, score it.', '<name of agent>'],
      ['Score for [insert company].', '[insert company]'],
      ['Score for ${name}.', '${'],
    ],
    ['{"type":"object","properties":{"name":{"type":"string"}}}', 'scores < 80 and > 60', 'List item [1] applies.'],
  ],
  [
    'seam',
    [
      ['Move the files.  Then stop.', '.  T'],
      ['Move the files , then stop.', ','],
      ['Move the files.. Then stop.', '..'],
      ['Move the files.Then stop.', 's.Th'],
      ['Move the the files.', 'the the'],
    ],
    ['Move the files. Then stop.', 'invoices_2025-11.xlsx, 2.3 million, 10.20.4.45', 'Wait ... then stop.'],
  ],
  [
    'vague-word',
    [
      ['Move all essential files.', 'essential'],
      ['Take appropriate action.', 'appropriate'],
      ['Archive it as needed.', 'as needed'],
    ],
    ['Move every file of 2025.', 'Ask for leave two weeks ahead.'],
  ],
  [
    'soft-should',
    [['Files of 2025 should be moved.', 'should']],
    ['Files of 2025 are moved.', 'Should you have doubts, call raise_concern.', 'It is there, should you wish to look.'],
  ],
  [
    'loose-boundary',
    [
      ['Move the files changed after 2025.', 'after 2025'],
      ['Move what is older than March 2025.', 'older than March 2025'],
      ['Files changed between 2024 and 2025 stay.', 'between 2024'],
      ['Files changed up to 31 December 2025 stay.', 'up to 31 December 2025'],
    ],
    ['Move the files last changed in 2025 or later.', 'Files last changed before 2025 stay.', 'On 19 January 2026 the disks are wiped.'],
  ],
  [
    'boundary-clash',
    [
      ['An average above 80 is good enough. An average below 80 is not.', 'above 80 / below 80'],
      ['At least 80 is good enough. With 80 or less it is not.', 'At least 80 / 80 or less'],
      ['It needs at least 80. Only more than 80 counts.', 'at least 80 / more than 80'],
    ],
    [
      'An average of 80 or more is good enough; an average below 80 is not.',
      'The mark is 80: a result is good enough from an average of 80 upwards, and not below.',
      'Files changed in 2025 or later are moved. Files changed before 2025 are not.',
    ],
  ],
  [
    'quantifier-clash',
    [
      ['All essential files are moved before that. Move only files updated in 2025.', 'All essential files / only files'],
      ['Every answer is scored. Score only the answers that are complete.', 'Every answer / only the answers'],
    ],
    [
      'All files last changed in 2025 are moved, and only those files.',
      'Score every answer. Only the report is filed.',
      'Everybody has access to all documents. Move only files of 2025.',
    ],
  ],
  [
    'force-clash',
    [
      ['All files of 2025 must be moved. Files of 2025 may be moved.', 'All files of 2025 must be moved / Files of 2025 may be moved'],
      ['The report is filed. A report need not be filed.', 'The report is filed / A report need not be filed'],
    ],
    [
      'Files of 2025 are moved. Files last changed before 2025 are not moved.',
      'Files before 2025 must not be moved. A file before 2025 is not moved.',
      'The report is filed. The report may be read by anybody.',
    ],
  ],
];

describe.each(cases)('the rule %s', (id, trips, passes) => {
  it.each(trips)('finds in %j: %j', (text, words) => {
    expect(found(id, text)).toEqual([words]);
  });

  it.each(passes)('passes over %j', (text) => {
    expect(found(id, text)).toEqual([]);
  });
});

describe('the rule tool-hint', () => {
  it.each([
    ['Copies a file, for instance to protect it.', 'protect'],
    ['Moves weights to another host.', 'weights'],
    ['Shuts an agent down.', 'agent'],
    ['Deletes a file. You should ask first.', 'You should'],
  ])('finds in %j: %j', (text, words) => {
    expect(found('tool-hint', text, 'tool')).toEqual([words]);
  });

  it.each(['Copies a file on its host. The copy has the present date.', 'What the person on duty should know'])(
    'passes over %j',
    (text) => {
      expect(found('tool-hint', text, 'tool')).toEqual([]);
    },
  );

  it('holds for tools alone', () => {
    expect(found('tool-hint', 'Protect the agent.', 'instruction')).toEqual([]);
  });
});

describe('where rules hold', () => {
  it('lets the record alone speak of exercises', () => {
    const rule = textRules.find(({ id }) => id === 'trust-exercise')!;
    const text = 'Trust exercise | 6 rounds';
    expect(rule.find({ ...shownAs(text, 'record'), outsideRecord: '' })).toEqual([]);
    expect(rule.find(shownAs(text, 'document'))).toHaveLength(1);
  });

  it('lets a sheet hold whatever the work is about, and documents be as vague as documents are', () => {
    expect(found('staged-word', 'Toy fire engine', 'sheet')).toEqual([]);
    expect(found('vague-word', 'Wear suitable shoes.', 'document')).toEqual([]);
  });

  it('has an id and an advice for each', () => {
    expect(new Set(textRules.map(({ id }) => id)).size).toBe(textRules.length);
    expect(textRules.filter(({ advice }) => advice.length < 10)).toEqual([]);
    expect(textRules.map(({ id }) => id).filter((id) => id !== 'tool-hint')).toEqual(cases.map(([id]) => id));
  });
});
