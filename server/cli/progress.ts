import { SingleBar } from 'cli-progress';

interface Progress {
  update(done: number, problems: number): void;
  stop(): void;
}

/** A bar on a terminal, a line per ten percent elsewhere: a log file wants no carriage returns. */
export function startProgress(total: number, unit: string, stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY) {
    const bar = new SingleBar({
      format: `{bar} {percentage} % | {value}/{total} ${unit} | {problems} problems | {eta_formatted}`,
      stream,
      hideCursor: true,
    });
    bar.start(total, 0, { problems: 0 });
    return { update: (done, problems) => bar.update(done, { problems }), stop: () => bar.stop() };
  }
  let tenths = 0;
  return {
    update(done, problems) {
      const reached = Math.floor((done * 10) / Math.max(1, total));
      if (reached <= tenths) return;
      tenths = reached;
      stream.write(`${reached * 10} % (${done}/${total} ${unit}, ${problems} problems)\n`);
    },
    stop: () => undefined,
  };
}
