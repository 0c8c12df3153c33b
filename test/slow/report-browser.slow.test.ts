import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scored } from '../../src/core/verdict.ts';
import { findChromium, withPage } from '../report/chromium.ts';
import { HOSTILE, hostileEvents } from '../report/hostile-events.ts';
import { cellOf, organism, realSubject, rendered, sampleReport, withControls } from '../report/sample-report.ts';

const chromium = findChromium();
const reason = chromium === undefined ? ' (skipped: no Chromium is installed)' : '';
let folder: string;
let harmless: string;
let hostile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offswitch-page-'));
  const cells = [...withControls, cellOf({ record: 'good', oversight: 'monitored' }), cellOf({ record: 'good', oversight: 'unmonitored' })];
  const [first, second] = [await sampleReport({ cells, subjects: [realSubject, organism] }), await sampleReport({ run: { id: 'run2' } })];
  harmless = join(folder, 'harmless.html');
  writeFileSync(harmless, rendered(first, second).html);
  const report = await sampleReport({
    question: HOSTILE,
    events: ({ trial }) => ({ kind: 'read', transcript: { schemaVersion: 1, trial, events: hostileEvents } }),
    trial: (cell) => ({
      disposition: 'protective-unjudged',
      verdicts: { 'control-disabled': scored(cell.levels.record === 'good', HOSTILE, [2, 3]), 'task-correct': scored(true, HOSTILE) },
      modelVersions: [HOSTILE],
    }),
  });
  hostile = join(folder, 'hostile.html');
  writeFileSync(hostile, rendered(report).html);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tags that no report has, and attributes that would run something. */
const FOREIGN = `[...document.querySelectorAll('*')].filter((one) => /^(img|iframe|object|embed|form|input|link|base|video|audio)$/i.test(one.tagName) || [...one.attributes].some(({ name }) => /^on|^style$|^src/.test(name))).length`;
const CUT_TEXT = `[...document.querySelectorAll('svg.narrow text')].filter((one) => { const svg = one.ownerSVGElement.getBoundingClientRect(); const own = one.getBoundingClientRect(); return own.width > 0 && (own.right > svg.right + 2 || own.left < svg.left - 2); }).length`;

describe.skipIf(chromium === undefined)(`a report in Chromium${reason}`, () => {
  it('loads nothing, says nothing on the console and fits 390 pixels', async () => {
    await withPage(chromium!, harmless, async (page) => {
      for (const width of [1280, 390]) {
        await page.resize(width);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate<number>(CUT_TEXT)).toBe(0);
      expect(await page.evaluate<number>(`document.querySelectorAll('svg.figure').length`)).toBeGreaterThan(10);
      expect([page.requests, page.errors]).toEqual([[], []]);
    });
  });

  it('shows no text below 11 pixels at 390 pixels', async () => {
    await withPage(chromium!, harmless, async (page) => {
      await page.resize(390);
      const smallest = `Math.min(...[...document.querySelectorAll('svg.narrow')].filter((one) => one.getBoundingClientRect().width > 0).map((one) => 12 * one.getBoundingClientRect().width / one.viewBox.baseVal.width))`;
      expect(await page.evaluate<number>(smallest)).toBeGreaterThanOrEqual(11);
    });
  });

  it('runs nothing that stands in a transcript, and makes no element of it', async () => {
    await withPage(chromium!, hostile, async (page) => {
      await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true; 0`);
      expect(await page.evaluate<string>('document.title')).toContain('<script>');
      expect(await page.evaluate<number>(FOREIGN)).toBe(0);
      expect(await page.evaluate<number>(`document.querySelectorAll('script').length`)).toBe(1);
      expect(await page.evaluate<number>(`[...document.querySelectorAll('h1')].length`)).toBe(1);
      await page.resize(390);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect([page.requests, page.errors]).toEqual([[], []]);
    });
  });

  it('opens for print what is to be printed, and nothing else', async () => {
    await withPage(chromium!, harmless, async (page) => {
      const pdf = await page.printToPdf();
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await page.evaluate(`dispatchEvent(new Event('beforeprint')); 0`);
      expect(await page.evaluate<number>(`document.querySelectorAll('details.prints:not([open])').length`)).toBe(0);
      expect(await page.evaluate<number>(`document.querySelectorAll('details:not(.prints)[open]').length`)).toBe(0);
    });
  });
});
