import type { Command } from './command.ts';
import { CLIENT, connect, readTokenRequest, TOKEN } from './settings.ts';

/** Prints a token, and nothing else, so that other programs can take it as it is. */
export const token: Command = {
  summary: 'Get a token from Maskinporten, your own or for a system user',
  options: { ...CLIENT, ...TOKEN },
  run: async (given, world) => {
    const { maskinporten } = connect(given, world);
    const request = readTokenRequest(given);
    const granted = await ('organisation' in request
      ? maskinporten.systemUserToken(request)
      : maskinporten.token(request));
    return { ok: true, text: granted.accessToken, json: granted };
  },
};
