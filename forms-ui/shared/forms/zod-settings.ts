import { config } from 'zod';

// The page's security policy forbids making code from text, which zod otherwise tries.
config({ jitless: true });
