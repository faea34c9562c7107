import { requireAsDescribed } from './api-contract';

/**
 * A browser's side of the API: keeps cookies by path, speaks one language. Throws when an answer is
 * not as the API's description promises.
 */
export class ApiClient {
  private readonly cookies = new Map<string, { name: string; value: string; path: string }>();

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

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.request('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    });
  }

  /** Sends what a page's form would. */
  submit(path: string, fields: Record<string, string>): Promise<Response> {
    return this.request('POST', path, new URLSearchParams(fields));
  }

  put(path: string, body: unknown): Promise<Response> {
    return this.request('PUT', path, JSON.stringify(body), {
      'content-type': 'application/json',
    });
  }

  delete(path: string): Promise<Response> {
    return this.request('DELETE', path);
  }

  /** Sends a file as the pages do: its bytes as they are, its name in a header. */
  upload(
    path: string,
    name: string,
    content: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.request('POST', path, content, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...headers,
    });
  }

  /** The answer's JSON, for answers that must be a success. */
  async read<T>(path: string): Promise<T> {
    const response = await this.get(path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  private async request(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': this.language,
        cookie: this.cookieHeader(path),
        ...headers,
      },
      // Streams are sent as they come, which fetch wants to be told.
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    await requireAsDescribed(method, path, response);
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** What a browser would send with a request for a path. */
  cookieHeader(path: string): string {
    const [pathname = ''] = path.split('?');
    return [...this.cookies.values()]
      .filter((cookie) => `${pathname}/`.startsWith(cookie.path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** Remembers a cookie as a `Set-Cookie` header gives it. */
  keep(header: string): void {
    const [pair = '', ...attributes] = header.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const attribute = (wanted: string) =>
      attributes
        .find((each) => each.toLowerCase().startsWith(`${wanted}=`))
        ?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const isOver = Date.parse(attribute('expires') ?? '') <= 0;
    if (isOver) this.cookies.delete(`${name} ${path}`);
    else this.cookies.set(`${name} ${path}`, { name, value, path });
  }
}
