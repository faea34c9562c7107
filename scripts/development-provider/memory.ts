import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * What the provider remembers between two requests of one sign-in, until the process ends. It keeps
 * no session of its own: at each sign-in a person is picked anew.
 */
export function createMemory(): (model: string) => Adapter {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>();
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const find = (id: string) => {
      const entry = kept.get(key(id));
      return entry && entry.until > Date.now() ? entry.payload : undefined;
    };
    return {
      find: async (id) => find(id),
      async upsert(id, payload, expiresIn) {
        forgetEnded(kept);
        if (model === 'Session') return;
        kept.set(key(id), { payload, until: Date.now() + (expiresIn ?? 0) * 1000 });
      },
      async consume(id) {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [each, { payload }] of kept) if (payload.grantId === grantId) kept.delete(each);
      },
      // Neither sessions nor devices are kept.
      findByUid: async () => undefined,
      findByUserCode: async () => undefined,
    };
  };
}

function forgetEnded(kept: Map<string, { until: number }>): void {
  for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
}
