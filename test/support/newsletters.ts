import type { MunicipalityView } from '../../domain/api/shapes';
import {
  issueSubscriberLink,
  lockSubscriberAt,
} from '../../database/repositories/subscriber.repository';
import { ApiClient } from './api-client';
import type { System } from './system';

const municipality: MunicipalityView['id'] = 'sodertalje';

/** Subscribers as the newsletter's page and the mails' links make them. */
export class Newsletters {
  constructor(private readonly system: Pick<System, 'server' | 'url'>) {}

  path(rest = ''): string {
    return `/api/${municipality}/newsletter${rest}`;
  }

  ask(email: string, language = 'sv'): Promise<Response> {
    const api = new ApiClient(this.system.url);
    return api.post(this.path('/subscriptions'), { answers: { email, language } });
  }

  confirm(token: string): Promise<Response> {
    return new ApiClient(this.system.url).post(this.path('/confirmations'), { token });
  }

  /** Confirmed without waiting for the mail, which other tests read. */
  async subscribe(email: string, language = 'sv'): Promise<void> {
    await this.ask(email, language);
    const token = await this.system.server.database.transaction(municipality, async (tx) => {
      const subscriber = await lockSubscriberAt(tx, municipality, email);
      return issueSubscriberLink(tx, subscriber!, 'confirm');
    });
    const response = await this.confirm(token);
    if (!response.ok) throw new Error(await response.text());
  }

  isThere(email: string): Promise<boolean> {
    return this.system.server.database.transaction(
      municipality,
      async (tx) => (await lockSubscriberAt(tx, municipality, email)) !== undefined,
    );
  }
}

/** As a mail program ends a subscription: a POST to what the header names, without cookie, as a form. */
export function oneClick(address: string): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
}
