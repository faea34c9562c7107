import { requireAsDescribed } from './api-contract';

/**
 * A browser's side of the API: keeps cookies by path, speaks one language. Throws when an answer is
 * not as the API's description promises.
 */
export class ApiClient {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    readonly url: string,
    private readonly language = 'sv',
  ) {}

  get(path: string): Promise<Response> {
    return this.request('GET', path);
  }

  head(path: string): Promise<Response> {
    return this.request('HEAD', path);
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.request('POST', path, JSON.stringify(body));
  }

  /** The answer's JSON, for answers that must be a success. */
  async read<T>(path: string): Promise<T> {
    const response = await this.get(path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  private async request(method: string, path: string, body?: string): Promise<Response> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': this.language,
        cookie: this.cookieHeader(path),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    await requireAsDescribed(method, path, response);
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** What a browser would send with a request for a path. */
  cookieHeader(path: string): string {
    return [...this.cookies]
      .filter(([, cookie]) => path === cookie.path || path.startsWith(`${cookie.path}/`))
      .map(([name, cookie]) => `${name}=${cookie.value}`)
      .join('; ');
  }

  private keep(header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((each) => each.startsWith('Path='))?.slice('Path='.length) ?? '/';
    this.cookies.set(name, { value, path });
  }
}
