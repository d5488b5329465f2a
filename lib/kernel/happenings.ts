import { channel } from 'node:diagnostics_channel';

/**
 * What the process tells its operators while it works, by name. Labels are of few kinds and name nobody: no number, no
 * id, no address as it was called (E1).
 */
export type Happenings = {
  /** A call was answered. `route` is a template, e.g. `/authentication/api/v1/systemuser/request/vendor/{requestId}`. */
  readonly request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  };
  /** A grant was answered: `issued`, or the code of the refusal. */
  readonly token: { readonly outcome: string };
  /** A call was refused by a code of its API: `MP-200`, `AUTH-00004`. */
  readonly refusal: { readonly code: string };
  /** The PDP answered a question. */
  readonly decision: { readonly outcome: string };
  /** An event was sent to a vendor: `delivered`, or why not. */
  readonly delivery: { readonly outcome: string };
  /** A notice by e-mail left, or did not. */
  readonly notice: { readonly outcome: 'sent' | 'failed' };
  /** A call or a round of work found the database away, full or locked. */
  readonly databaseAway: Record<never, never>;
  /** A round of work in the background broke off; the next one tries again. */
  readonly brokenRound: { readonly work: string };
  /** Spans left for the collector, or will not. */
  readonly spans: { readonly outcome: 'exported' | 'dropped'; readonly count: number };
};

type Name = keyof Happenings;

/** Next's bundles and the machine lane share them: Node keeps one of each name a process. */
const CHANNELS = {
  request: channel('systembruker:request'),
  token: channel('systembruker:token'),
  refusal: channel('systembruker:refusal'),
  decision: channel('systembruker:decision'),
  delivery: channel('systembruker:delivery'),
  notice: channel('systembruker:notice'),
  databaseAway: channel('systembruker:database-away'),
  brokenRound: channel('systembruker:broken-round'),
  spans: channel('systembruker:spans'),
} as const satisfies Record<Name, unknown>;

/** Whether anybody wants to know; where nobody does, a happening costs this one look. */
export function isHeard(name: Name): boolean {
  return CHANNELS[name].hasSubscribers;
}

/** Tells whoever listens. */
export function tell<Told extends Name>(name: Told, happening: Happenings[Told]): void {
  if (isHeard(name)) CHANNELS[name].publish(happening);
}

/** Listens from now on. @returns what ends it */
export function listen<Told extends Name>(name: Told, heard: (happening: Happenings[Told]) => void): () => void {
  const listener = (happening: unknown) => heard(happening as Happenings[Told]);
  CHANNELS[name].subscribe(listener);
  return () => void CHANNELS[name].unsubscribe(listener);
}
