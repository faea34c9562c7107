import { condition, isCancellation } from '@temporalio/workflow';
import { deliverLetters } from './activities';

/**
 * Takes a case's planned letters out while the process goes on. One delivery at a time per case, so
 * a letter is never under way twice; a dead mail server delays letters, not decisions. A delivery
 * that fails for good needs attention, and is tried again with the next letter or when asked.
 */
export class Courier {
  private planned = false;
  private underWay = false;

  constructor(
    private readonly letterBox: { municipalityId: string; caseId: string },
    private readonly onFault: (error: unknown) => Promise<void>,
  ) {}

  get idle(): boolean {
    return !this.planned && !this.underWay;
  }

  /** There are letters in the record. */
  deliver(): void {
    this.planned = true;
    if (this.underWay) return;
    void this.run().catch((error: unknown) => {
      // Whoever cancels the process wants no letters either.
      if (!isCancellation(error)) throw error;
    });
  }

  /** Resolves when every planned letter has been sent or given up. */
  async finished(): Promise<void> {
    await condition(() => this.idle);
  }

  private async run(): Promise<void> {
    this.underWay = true;
    while (this.planned) {
      this.planned = false;
      await this.deliverOnce();
    }
    this.underWay = false;
  }

  private async deliverOnce(): Promise<void> {
    try {
      await deliverLetters(this.letterBox);
    } catch (error) {
      await this.onFault(error);
      await condition(() => this.planned);
    }
  }
}
