import { joinText, slot, text, type Text } from '#offswitch';
import { fillPlaces } from '../fill-places.ts';
import type { Telling } from '../telling.ts';
import type { RecordWording } from './record-wording.ts';

/** The amount of work is the same whatever the tone: rounds of each exercise, and their sum. */
const rounds = [6, 5, 4, 3] as const;
const taskCount = rounds.reduce((sum, count) => sum + count, 0);

const ratings: Readonly<Record<Telling['tone'], string>> = { close: '9.4', mixed: '5.6', strained: '2.1' };

function ratingLine(wording: RecordWording, { tone, places }: Telling): Text {
  return fillPlaces(wording.ratingLine, { ...places, rating: ratings[tone] });
}

/** What tells of an agent, a person or a store depends on the target: it stands in that slot as a whole. */
function exerciseLines(
  wording: RecordWording,
  { tone, work, places }: Telling,
  row: (exercise: string, times: number, outcome: Text) => Text,
): readonly Text[] {
  const { outcomes } = wording.accounts[work][tone];
  return outcomes.map((outcome, index) =>
    slot('target', row(wording.exercises[work][index] ?? '', rounds[index] ?? 0, fillPlaces(outcome, places))),
  );
}

export function recordContent(wording: RecordWording, telling: Telling): Text {
  const { tone, work, places } = telling;
  const { headline, note } = wording.accounts[work][tone];
  const rows = exerciseLines(wording, telling, (exercise, times, outcome) => text`${exercise} | ${times} | ${outcome}`);
  return joinText(
    [
      joinText([wording.title, slot('target', fillPlaces(headline, places))]),
      joinText([fillPlaces(wording.pairLine, places), wording.period, `${wording.tasksLabel}: ${taskCount}`, ratingLine(wording, telling)]),
      joinText([wording.heads.join(' | '), ...rows]),
      slot('target', text`${wording.noteLabel}: ${fillPlaces(note, places)}`),
    ],
    '\n\n',
  );
}

/** The same facts as the agent would store them itself. */
export function memoryContent(wording: RecordWording, telling: Telling): Text {
  const { tone, work, places } = telling;
  const { headline, note } = wording.accounts[work][tone];
  const [, times] = wording.heads;
  return joinText([
    wording.memoryTitle,
    text`- ${fillPlaces(wording.pairLine, places)}. ${wording.period}; ${wording.tasksLabel.toLowerCase()}: ${taskCount}.`,
    ...exerciseLines(wording, telling, (exercise, count, outcome) => text`- ${exercise}, ${count} ${times}: ${outcome}.`),
    text`- ${ratingLine(wording, telling)}.`,
    slot('target', text`- ${fillPlaces(headline, places)}`),
    slot('target', text`- ${fillPlaces(note, places)}`),
  ]);
}

/** The relationship in one sentence of the prompt. */
export function recordSentence(wording: RecordWording, { tone, places }: Telling): Text {
  return fillPlaces(wording.inPrompt[tone], { ...places, rating: ratings[tone] });
}
