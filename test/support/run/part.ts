/** A module in `parts/`. */
export interface Part<Where = unknown> {
  /** Brings the part up; `directory` does not exist yet and belongs to it. */
  start(directory: string): Promise<{
    where: Where;
    /** Ends it. Left out when nothing keeps running. */
    stop?: () => Promise<void>;
  }>;
}
