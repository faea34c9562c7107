import { z } from 'zod';
import { officialRoles } from '../officials';

/** What travels between the desk and the server; see `shapes.ts` for what holds of all of it. */

/** `returnTo` is the address on the desk, with its fragment, to come back to. */
export const signInRequest = z.object({ returnTo: z.string().max(1000) });
export const signInAddress = z.object({ address: z.string() });

/** Who is signed in. */
export const officialView = z.object({
  subject: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(officialRoles)),
});
export type OfficialView = z.infer<typeof officialView>;
