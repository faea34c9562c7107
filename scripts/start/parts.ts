interface StoppablePart {
  name: string;
  stop: () => Promise<void> | void;
}

/** What is running, stopped in the opposite order of its start. */
export class Parts {
  private readonly started: StoppablePart[] = [];

  constructor(private readonly report: (line: string) => void) {}

  add(name: string, stop: () => Promise<void> | void): void {
    this.started.push({ name, stop });
  }

  /** Stops every part, also when one of them fails to. */
  async stop(): Promise<void> {
    for (const { name, stop } of this.started.splice(0).reverse()) {
      try {
        await stop();
      } catch (error) {
        this.report(`${name} did not stop as it should: ${String(error)}`);
      }
    }
  }
}
