import { condition } from '@temporalio/workflow';
import { deliverLetters } from './activities';

/**
 * Takes a case's planned letters out while the process goes on. One delivery at a time per case, so
 * a letter is never under way twice; a dead mail server delays letters, not decisions.
 */
export class Courier {
  private planned = false;
  private underWay = false;

  constructor(private readonly letterBox: { municipalityId: string; caseId: string }) {}

  get idle(): boolean {
    return !this.planned && !this.underWay;
  }

  /** There are letters in the record. */
  deliver(): void {
    this.planned = true;
    if (!this.underWay) void this.run();
  }

  /** Resolves when every planned letter has been sent or given up. */
  async finished(): Promise<void> {
    await condition(() => this.idle);
  }

  private async run(): Promise<void> {
    this.underWay = true;
    while (this.planned) {
      this.planned = false;
      await deliverLetters(this.letterBox);
    }
    this.underWay = false;
  }
}
