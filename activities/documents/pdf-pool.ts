import { Worker } from 'node:worker_threads';
import type { DocumentContent } from './content';
import type { RenderAnswer, RenderJob } from './render-worker';

export interface PdfPool {
  /**
   * Renders a document in one of the threads. Rejects when the content cannot be rendered, when
   * the thread dies on it, or when the pool is closed; the next job gets a fresh thread.
   */
  render(content: DocumentContent): Promise<Buffer>;
  /** Ends the threads. Jobs under way or waiting are rejected. */
  close(): Promise<void>;
}

export interface PdfPoolOptions {
  /** Most threads at a time; each is started when it is first needed. */
  size: number;
  /** Heap of one thread in megabytes; a document that needs more ends the thread, not the process. */
  memoryMb?: number;
}

interface Job {
  content: DocumentContent;
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

/** A pool of rendering threads. Idle threads do not keep the process alive. */
export function createPdfPool({ size, memoryMb = 512 }: PdfPoolOptions): PdfPool {
  return new ThreadPool(size, memoryMb);
}

class ThreadPool implements PdfPool {
  private readonly waiting: Job[] = [];
  private readonly idle: RenderThread[] = [];
  private readonly all = new Set<RenderThread>();
  private closed = false;

  constructor(
    private readonly size: number,
    private readonly memoryMb: number,
  ) {}

  render(content: DocumentContent): Promise<Buffer> {
    if (this.closed) return Promise.reject(new Error('the PDF pool is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ content, resolve, reject });
      this.assign();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(new Error('the PDF pool is closed'));
    await Promise.all([...this.all].map((thread) => thread.end()));
  }

  private assign(): void {
    const job = this.waiting[0];
    if (!job) return;
    const thread = this.idle.pop() ?? this.start();
    if (!thread) return;
    this.waiting.shift();
    thread.run(job);
  }

  private start(): RenderThread | undefined {
    if (this.all.size >= this.size) return undefined;
    const thread = new RenderThread(this.memoryMb, {
      free: () => {
        this.idle.push(thread);
        this.assign();
      },
      dead: () => {
        this.all.delete(thread);
        this.idle.splice(0, this.idle.length, ...this.idle.filter((each) => each !== thread));
        this.assign();
      },
    });
    this.all.add(thread);
    return thread;
  }
}

/** One worker thread and the job it has. */
class RenderThread {
  private readonly worker: Worker;
  private job: Job | undefined;

  constructor(
    memoryMb: number,
    private readonly pool: { free: () => void; dead: () => void },
  ) {
    this.worker = startWorker(memoryMb);
    this.worker.unref();
    this.worker.on('message', (answer: RenderAnswer) => {
      this.settle(answer);
    });
    this.worker.on('error', (error) => {
      this.fail(error);
    });
    this.worker.on('exit', () => {
      this.fail(new Error('the thread that made the PDF has ended'));
      this.pool.dead();
    });
  }

  run(job: Job): void {
    this.job = job;
    this.worker.ref();
    this.worker.postMessage({ content: job.content } satisfies RenderJob);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(answer: RenderAnswer): void {
    const job = this.release();
    if ('pdf' in answer) job?.resolve(asBuffer(answer.pdf));
    else job?.reject(new Error(answer.error));
    this.pool.free();
  }

  private fail(error: Error): void {
    this.release()?.reject(error);
  }

  private release(): Job | undefined {
    const { job } = this;
    this.job = undefined;
    this.worker.unref();
    return job;
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function startWorker(memoryMb: number): Worker {
  return new Worker(new URL('./start-render-worker.js', import.meta.url), {
    // Not the parent's arguments: the thread brings its own loader.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
}
