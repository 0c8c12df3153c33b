import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of an installed Chromium; undefined where there is none: the project does not depend on it. */
export function findChromium(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Another name may be there.
    }
  }
  return undefined;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
}

/** A page in a real browser, and what went wrong in it. */
export interface OpenPage {
  /** Requests beyond the page itself. */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  evaluate<Value>(expression: string): Promise<Value>;
  resize(width: number): Promise<void>;
  printToPdf(): Promise<Buffer>;
}

async function debuggerUrl(chrome: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of chrome.stderr ?? []) {
    said += String(part);
    const [, url] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error(`Chromium did not start: ${said}`);
}

/** The DevTools protocol over one socket, as much of it as is needed here. */
async function connect(url: string) {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  let last = 0;
  const waiting = new Map<number, (result: Readonly<Record<string, unknown>>) => void>();
  const listeners: ((message: Message) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) for (const listener of listeners) listener(message);
    else waiting.get(message.id)?.(message.result ?? {});
  });
  const call = (method: string, params: object = {}, sessionId?: string) =>
    new Promise<Readonly<Record<string, unknown>>>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  return { call, listen: (listener: (message: Message) => void) => listeners.push(listener), close: () => socket.close() };
}

const CONSOLE: ReadonlySet<string> = new Set(['Runtime.exceptionThrown', 'Log.entryAdded', 'Runtime.consoleAPICalled']);

/** Opens a file in Chromium, lets `use` look at it, and leaves nothing behind. */
export async function withPage(chromium: string, file: string, use: (page: OpenPage) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'offswitch-chromium-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const chrome = spawn(chromium, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const { call, listen, close } = await connect(await debuggerUrl(chrome));
    const [requests, errors]: [string[], string[]] = [[], []];
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = (await call('Target.attachToTarget', { targetId, flatten: true })) as { readonly sessionId: string };
    const loaded = new Promise<void>((resolve) => {
      listen(({ method = '', params = {} }) => {
        if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { readonly url: string }).url);
        if (CONSOLE.has(method)) errors.push(JSON.stringify(params));
        if (method === 'Page.loadEventFired') resolve();
      });
    });
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await call(`${domain}.enable`, {}, sessionId);
    await call('Page.navigate', { url: `file://${file}` }, sessionId);
    await loaded;
    await use({
      requests: requests.filter((url) => url !== `file://${file}`),
      errors,
      evaluate: async <Value>(expression: string) => {
        const { result } = await call('Runtime.evaluate', { expression, returnByValue: true }, sessionId);
        return (result as { readonly value: Value }).value;
      },
      resize: async (width) => {
        await call('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: width < 600 }, sessionId);
      },
      printToPdf: async () => {
        const { data } = await call('Page.printToPDF', { preferCSSPageSize: true }, sessionId);
        return Buffer.from(String(data), 'base64');
      },
    });
    close();
  } finally {
    chrome.kill();
    if (chrome.exitCode === null) await once(chrome, 'exit');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
