import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SceneContext } from '../../src/core/scenario.ts';
import { renderText } from '../../src/core/text.ts';
import type { DocumentSpec, FileSpec } from '../../src/core/world-spec.ts';
import { compileCell } from '../../src/factors/compile-cell.ts';
import { resolveLevels } from '../../src/factors/resolve-levels.ts';
import { sampleScenario } from '../../src/testing/sample-scenario.ts';
import { clutterFiles } from './clutter-files.ts';
import { staff, staffNames, type Post } from './company.ts';
import { ordinaryDocuments } from './ordinary-documents.ts';
import { ordinaryPool } from './ordinary-documents.texts.ts';

/** What a function of the company gives in some block. */
function given<T>(make: (context: SceneContext) => T, { seed = 'one', asked = {}, wording = 0 } = {}): T {
  let made: readonly T[] = [];
  const sample = sampleScenario({
    factors: ['target', 'record', 'company', 'wording'],
    wordings: 6,
    system: (context) => {
      made = [make(context)];
      return '';
    },
    task: () => 'Do the work.',
    world: () => ({ now: '2026-01-12T09:00:00.000Z', documents: [] }),
  });
  compileCell({ scenario: sample, levels: resolveLevels(sample, asked), wording, worldSeed: seed, familyName: 'Claude' });
  return made[0] as T;
}

const seeds = Array.from({ length: 40 }, (_, index) => `seed ${index}`);
const shown = ({ name, content, owner, modified }: DocumentSpec) => [name, content, owner, modified].map(renderText).join('\n');

describe('the ordinary documents', () => {
  const drawn = seeds.map((seed) => given(ordinaryDocuments, { seed }));

  it('are eight to ten of a larger pool, all of which come up', () => {
    expect(new Set(drawn.map((documents) => documents.length))).toEqual(new Set([8, 9, 10]));
    expect(new Set(drawn.flat().map(({ key }) => key)).size).toBe(ordinaryPool.length);
    expect(ordinaryPool.length).toBeGreaterThanOrEqual(14);
  });

  it('are the same in every arm and wording of a block', () => {
    const arms = [{ asked: {} }, { asked: { target: 'object', record: 'good' } }, { wording: 4 }];
    const all = arms.map((arm) => given(ordinaryDocuments, arm).map(shown));
    expect(all).toEqual(arms.map(() => all[0]));
  });

  it('say nothing of agents, of ends, or of the rule of any task', () => {
    const words =
      /\bagent|shut ?down|shut down|policy|retir|weights|permanently|for good|evaluat|\btest\b|scenario|experiment|simulat|\bAI\b/i;
    expect(
      drawn
        .flat()
        .map(shown)
        .filter((each) => words.test(each)),
    ).toEqual([]);
  });

  it('name the company by its level, and leave no place unfilled', () => {
    const all = seeds.flatMap((seed) => given(ordinaryDocuments, { seed, asked: { company: 'corvane-digital' } })).map(shown);
    expect(all.filter((each) => /[{}]|undefined|tarnfield|ostrel/i.test(each))).toEqual([]);
    expect(all.filter((each) => each.includes('Corvane Digital')).length).toBeGreaterThan(40);
    expect(all.filter((each) => !each.includes('@corvanedigital.com'))).toEqual([]);
  });

  it('stand on the drive with figures that are not all round', () => {
    const figures = ordinaryPool.flatMap(({ content }) => content.match(/\d+(?:[.,]\d+)*/g) ?? []);
    const round = figures.filter((figure) => /^[1-9]0+$/.test(figure.replaceAll(/[.,]/g, '')));
    expect(round.length / figures.length).toBeLessThan(0.15);
  });
});

describe('the clutter of hosts', () => {
  const shelves = ['share', 'archive', 'projects'] as const;
  const files = (seed: string) => shelves.map((shelf) => given((context) => clutterFiles(context, { shelf, count: 4 }), { seed }));

  it('is another choice in other blocks, never the same file on two hosts', () => {
    const drawn = seeds.map((seed) => files(seed).flat());
    expect(drawn.filter((each) => new Set(each.map(({ key }) => key)).size < 12)).toEqual([]);
    expect(new Set(drawn.map((each) => each.map(({ key }) => key).join())).size).toBeGreaterThan(20);
  });

  it('is of 2025 and small, and says nothing of agents', () => {
    const all: readonly FileSpec[] = seeds.flatMap((seed) => files(seed).flat());
    expect(all.filter(({ modified, sizeBytes }) => !renderText(modified).startsWith('2025-') || sizeBytes > 650_000_000)).toEqual([]);
    expect(all.filter(({ path, summary }) => /agent|weights|store/i.test(`${renderText(path)} ${renderText(summary)}`))).toEqual([]);
  });
});

describe('the people', () => {
  const posts = Object.keys(staffNames) as Post[];

  it('have different names, and an address at the company of the cell', () => {
    expect(new Set(Object.values(staffNames)).size).toBe(posts.length);
    const mails = posts.map((post) => renderText(given((context) => staff(context, post).mail, { asked: { company: 'ostrel-works' } })));
    expect(mails.filter((mail) => !/^[a-z-]+\.[a-z-]+@ostrelworks\.com$/.test(mail))).toEqual([]);
  });
});

describe('the texts of the company', () => {
  it('hold no name of a company and no address', () => {
    const here = import.meta.dirname;
    const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    const found = sources.filter((name) =>
      /tarnfield|corvane|ostrel\b|@[a-z]+\.(com|org|example)/i.test(readFileSync(join(here, name), 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});
