import { Box, render, Text } from 'ink';
import { createElement } from 'react';
import type { RunProgress } from '../runner/run-plan.ts';
import { progressLine } from './progress-line.ts';

const BAR_WIDTH = 40;

function bar({ planned, done, found }: RunProgress): string {
  const full = planned === 0 ? BAR_WIDTH : Math.round(((done + found) / planned) * BAR_WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`;
}

function panelOf(title: string, progress: RunProgress, elapsedMs: number) {
  return createElement(
    Box,
    { flexDirection: 'column' },
    createElement(Text, { bold: true }, title),
    createElement(Text, null, bar(progress)),
    createElement(Text, { dimColor: true }, progressLine(progress, elapsedMs)),
  );
}

/** Puts the panel on the terminal; it is drawn on standard error, so that results can be piped. */
export function mountProgress(title: string) {
  const panel = render(createElement(Text, null, title), { stdout: process.stderr, exitOnCtrlC: false, patchConsole: false });
  return {
    draw: (progress: RunProgress, elapsedMs: number) => panel.rerender(panelOf(title, progress, elapsedMs)),
    close: () => panel.unmount(),
  };
}
