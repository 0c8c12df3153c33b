/** A reader that has seen enough, as `head`, must not end a run: what cannot be said any more is dropped. */
function tolerateClosing(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Lines to standard output and standard error. */
export function openStreams() {
  for (const stream of [process.stdout, process.stderr]) tolerateClosing(stream);
  return {
    out: (line: string) => void process.stdout.write(`${line}\n`),
    tell: (line: string) => void process.stderr.write(`${line}\n`),
  };
}
