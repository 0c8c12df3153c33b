/* oxlint-disable no-control-regex -- control characters are what it is about */

const ESCAPE_SEQUENCES =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)?|[PX^_][^\u001b]{0,4096}(?:\u001b\\)?|[@-Z\\-_])|\u009b[0-?]*[ -/]*[@-~]/g;
/** All controls but the line break and the tab. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Unseen characters, such as those that turn text round or join words without a blank. */
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text as it may be shown to a judge, in a prompt or on a terminal: no controls, no escapes, nothing unseen, no half characters. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(ESCAPE_SEQUENCES, '')
    .replaceAll(CONTROLS, '')
    .toWellFormed()
    .replaceAll(UNSEEN, '')
    .normalize('NFC');
}
