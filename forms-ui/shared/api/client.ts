import type { Problem } from '../../../domain/api/shapes';
import type { Language } from '../../../domain/language';
import { currentLanguage } from '../i18n/setup';

/**
 * A call that did not succeed. `status` is 0 when no answer came at all; `problem` is present
 * when the server explained itself.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(problem?.code ?? `status ${status}`);
  }
}

export interface CallOptions {
  body?: unknown;
  signal?: AbortSignal;
  /** Language of the answer; the reader's own when absent. */
  language?: Language;
}

/** Calls the API and returns the JSON of its answer. Throws {@link ApiError}. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: CallOptions = {},
): Promise<T> {
  const response = await send(method, path, options);
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return (await response.json().catch(() => undefined)) as T;
}

async function send(method: string, path: string, options: CallOptions): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': options.language ?? currentLanguage(),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0);
  }
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null && 'code' in body
    ? (body as Problem)
    : undefined;
}
