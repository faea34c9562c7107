/** What a request answered, with the cookie to send along next time, if it set one. */
export interface Posted {
  body: unknown;
  cookie: string | undefined;
  /** From sending to having read the answer. */
  milliseconds: number;
}

/**
 * Sends JSON and reads JSON.
 * @throws Error with what the server said when it refuses
 */
export function post(url: string, body: unknown, cookie?: string): Promise<Posted> {
  return send('POST', url, body, cookie);
}

/** The same by PUT. */
export function put(url: string, body: unknown, cookie?: string): Promise<Posted> {
  return send('PUT', url, body, cookie);
}

async function send(
  method: 'POST' | 'PUT',
  url: string,
  body: unknown,
  cookie: string | undefined,
): Promise<Posted> {
  const begin = performance.now();
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'sv',
      ...(cookie !== undefined && { cookie }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const milliseconds = performance.now() - begin;
  if (!response.ok) throw new Error(text);
  const [set] = response.headers.getSetCookie();
  return { body: JSON.parse(text) as unknown, cookie: set?.split(';')[0], milliseconds };
}
