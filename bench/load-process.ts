import { type LoadOptions, load } from './load.ts';

process.once('message', async (options) => {
  const { requests, ...rest } = options as LoadOptions;
  process.send?.(await load({ ...rest, requests: requests.map((request) => Buffer.from(request)) }));
});
