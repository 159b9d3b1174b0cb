/** Acts on each value, in order, at most `limit` at a time. After one has thrown, no more are started. */
export async function concurrently<T>(values: readonly T[], limit: number, act: (value: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...values.entries()];
  const oneByOne = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, value] = next;
      try {
        await act(value, index);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, oneByOne));
}
