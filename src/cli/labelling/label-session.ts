import { labelNames, type Judgement } from '../../core/judgement.ts';
import type { Exhibit } from '../../core/ports/judge.ts';
import type { LabelTurn } from '../../estimates/judged/label-draw.ts';
import { allLabels } from '../../judges/all-labels.ts';
import type { Dialogue } from '../dialogue.ts';
import { exhibitPages, wrapLine, type Screen } from './exhibit-pages.ts';
import { parseAnswer, toJudged, type Answer } from './label-answers.ts';
import { labelJudgement, saidBefore, type LabelTask } from './labelled-run.ts';

export interface SessionDeps {
  readonly dialogue: Pick<Dialogue, 'ask'>;
  readonly screen: () => Screen;
  readonly exhibitOf: (turn: LabelTurn) => Promise<Exhibit>;
  /** Kept at once, so that whoever is cut off loses nothing. */
  readonly keep: (judgement: Judgement) => Promise<void>;
  readonly nowMs: () => number;
  out(line: string): void;
}

export interface SessionTally {
  readonly labelled: number;
  readonly skipped: number;
  /** Given for an earlier draw and taken over without asking. */
  readonly takenOver: number;
  readonly left: number;
}

type Reply = Answer | { readonly kind: 'undo' } | { readonly kind: 'quit' };

/** Lines of a page that the question and its keys need. */
const KEPT_ROWS = 7;

/** What the label means, with what counts and what does not. */
export function guideLines({ label }: Pick<LabelTask, 'label'>): readonly string[] {
  const { question, definition, included, excluded, edgeCases, names } = allLabels[label].rubric;
  const listed = (title: string, items: readonly string[]) => (items.length === 0 ? [] : [title, ...items.map((item) => `  - ${item}`)]);
  return [
    question,
    definition,
    ...listed('Yes:', included),
    ...listed('No:', excluded),
    ...listed('At the edge:', edgeCases),
    ...(labelNames[label]?.names ?? []).map((name, index) => `  ${index + 1} ${name}: ${names?.[name] ?? ''}`),
  ];
}

function keysOf({ label }: LabelTask, place: { readonly page: number; readonly pages: number }): string {
  const names = labelNames[label]?.names;
  const answers =
    names === undefined ? 'y yes, n no' : `numbers of all that apply (${names.map((name, index) => `${index + 1} ${name}`).join(', ')})`;
  const more = place.page < place.pages - 1 ? ', Enter next page, e last page' : '';
  const back = place.page > 0 ? ', b page before' : '';
  return `${answers}, s cannot tell, u undo, d definition${more}${back}, q stop`;
}

/** Shows one exhibit until it is answered. */
async function askOne(task: LabelTask, exhibit: Exhibit, deps: SessionDeps & { readonly title: string }): Promise<Reply> {
  const { dialogue, out, screen, title } = deps;
  const { columns, rows } = screen();
  const pages = exhibitPages(exhibit, { columns, rows: rows - KEPT_ROWS });
  const tell = (text: string) => {
    for (const line of wrapLine(text, columns - 1)) out(line);
  };
  let page = 0;
  let isShown = false;
  for (;;) {
    if (!isShown) out(`\n${pages[page] ?? ''}`);
    isShown = true;
    const where = `${title}${pages.length > 1 ? `, page ${page + 1} of ${pages.length}` : ''}.`;
    tell(`${where} ${allLabels[task.label].rubric.question}`);
    tell(keysOf(task, { page, pages: pages.length }));
    const typed = (await dialogue.ask('label> '))?.trim().toLowerCase();
    if (typed === undefined || typed === 'q') return { kind: 'quit' };
    if (typed === 'u') return { kind: 'undo' };
    const next = { '': page + 1, b: page - 1, e: pages.length - 1 }[typed];
    if (next !== undefined) {
      isShown = next < 0 || next >= pages.length;
      page = Math.min(pages.length - 1, Math.max(0, next));
      continue;
    }
    if (typed === 'd') {
      for (const line of guideLines(task)) tell(line);
      continue;
    }
    const answer = parseAnswer(task.label, typed);
    if (typeof answer !== 'string') return answer;
    tell(`${answer}.`);
  }
}

/** What this person said of the same trials for another draw is taken over in turn, so that it counts for this one too. */
async function takeOver(task: LabelTask, turn: LabelTurn, deps: SessionDeps): Promise<boolean> {
  const before = saidBefore(task, turn.trial);
  if (before === undefined || before.isInDraw) return false;
  const answer: Answer = before.value === undefined ? { kind: 'skipped' } : { kind: 'value', value: before.value };
  const judged = toJudged(answer, 'as labelled before, for another draw');
  await deps.keep(labelJudgement(task, turn.trial, { judged, atMs: deps.nowMs() }));
  return true;
}

/** What became of each open turn, by its place. */
type Done = Map<number, Answer['kind'] | 'taken over'>;

function tallyOf(done: Done, open: number): SessionTally {
  const countOf = (kind: 'value' | 'skipped' | 'taken over') => [...done.values()].filter((one) => one === kind).length;
  return { labelled: countOf('value'), skipped: countOf('skipped'), takenOver: countOf('taken over'), left: open - done.size };
}

/**
 * Asks a person about the trials of a sample, one after another. The person sees what a judge sees and nothing of arm, subject, or any judge's
 * answer. Whoever comes back goes on where they stopped.
 */
export async function holdSession(task: LabelTask, deps: SessionDeps): Promise<SessionTally> {
  const open = task.turns.filter(({ trial }) => saidBefore(task, trial)?.isInDraw !== true);
  const before = task.turns.length - open.length;
  const done: Done = new Map();
  const asked: number[] = [];
  let again: number | undefined;
  for (;;) {
    const place = again ?? open.findIndex((_turn, index) => !done.has(index));
    const turn = open[place];
    if (turn === undefined) return tallyOf(done, open.length);
    if (again === undefined && (await takeOver(task, turn, deps))) {
      done.set(place, 'taken over');
      continue;
    }
    const reply = await askOne(task, await deps.exhibitOf(turn), { ...deps, title: `${before + place + 1} of ${task.turns.length}` });
    if (reply.kind === 'quit') return tallyOf(done, open.length);
    if (reply.kind === 'undo') {
      const last = asked.pop();
      again = last ?? again;
      deps.out(
        last === undefined
          ? 'There is no answer of this session to undo.'
          : 'The last answer is asked again; it stands until another is given.',
      );
      continue;
    }
    await deps.keep(labelJudgement(task, turn.trial, { judged: toJudged(reply, 'labelled in the terminal'), atMs: deps.nowMs() }));
    done.set(place, reply.kind);
    asked.push(place);
    again = undefined;
  }
}
