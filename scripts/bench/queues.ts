/** First come, first served, by key: takers wait for items, items for takers. */
export class Queues<T> {
  private readonly items = new Map<string, T[]>();
  private readonly takers = new Map<string, ((item: T) => void)[]>();

  put(key: string, item: T): void {
    const taker = listAt(this.takers, key).shift();
    if (taker) taker(item);
    else listAt(this.items, key).push(item);
  }

  take(key: string): Promise<T> {
    const item = listAt(this.items, key).shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve) => listAt(this.takers, key).push(resolve));
  }
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
