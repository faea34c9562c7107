// A thread begins as plain JavaScript: it does not inherit the loader its process was started with.
import { register } from 'tsx/esm/api';

register();
await import('./render-worker.ts');
