import { Box, render, Text } from 'ink';
import { createElement } from 'react';
import type { RunProgress } from '../runner/run-plan.ts';
import { paceLine, trialsLine, type Pace } from './progress-line.ts';

/** Narrow, so that a smaller window does not fold what is drawn already. */
const BAR_WIDTH = 40;

function bar({ planned, done, found }: RunProgress): string {
  const full = planned === 0 ? BAR_WIDTH : Math.round(((done + found) / planned) * BAR_WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR_WIDTH - full)}]`;
}

function panelOf(progress: RunProgress, pace: Pace, isStyled: boolean) {
  return createElement(
    Box,
    { flexDirection: 'column' },
    createElement(Text, { bold: isStyled, wrap: 'truncate' }, bar(progress)),
    createElement(Text, { wrap: 'truncate' }, trialsLine(progress)),
    createElement(Text, { dimColor: isStyled, wrap: 'truncate' }, paceLine(progress, pace)),
  );
}

/** A panel on the terminal, on standard error, so that results can be piped. It is mounted with its first content. */
export function createPanel(isStyled: boolean) {
  let panel: ReturnType<typeof render> | undefined;
  return {
    draw(progress: RunProgress, pace: Pace) {
      const content = panelOf(progress, pace, isStyled);
      if (panel) panel.rerender(content);
      else panel = render(content, { stdout: process.stderr, exitOnCtrlC: false, patchConsole: false });
    },
    close: () => panel?.unmount(),
  };
}
