'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button, Dialog, Heading } from '#app/_ui/ds.ts';
import { FilledAgain } from './kept-forms/filled-again.tsx';
import { useKeptForms } from './kept-forms/use-kept-forms.ts';

/** How long before the end the question comes; WCAG 2.2.1 asks for 20 seconds at least. */
const WARNING_MS = 120_000;
const LOOK_EVERY_MS = 5_000;
/** The server notes use once a minute, so its end may be so much nearer than it seems from here. */
const TOUCH_MS = 60_000;
const CHANNEL = 'session-end';

type Texts = {
  readonly soonTitle: string;
  readonly soonIdle: string;
  readonly soonFinal: string;
  readonly stay: string;
  readonly close: string;
  readonly filledAgain: string;
};

type Props = {
  readonly idleSeconds: number;
  readonly totalSeconds: number;
  /** How long the session lives on after a call. */
  readonly renewedSeconds: number;
  readonly stay: () => Promise<void>;
  /** What the reader's unsent forms are sealed with. */
  readonly formsKey: string;
  readonly texts: Texts;
};

/**
 * Asks two minutes before the session ends; one key goes on. What other tabs do counts too. At the end: the log-in, and
 * after it the forms as they were left.
 */
export function SessionWarning({ texts, formsKey, ...ends }: Props) {
  const { filled, ...forms } = useKeptForms(formsKey);
  const dialog = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { isFinal, asks, goOn, dismiss } = useSessionEnd({ ...ends, ...forms });
  useEffect(() => {
    if (!asks) dialog.current?.close();
    else if (!dialog.current?.open) {
      dialog.current?.showModal();
      button.current?.focus();
    }
  }, [asks]);
  return (
    <>
      {filled && <FilledAgain form={filled} text={texts.filledAgain} />}
      <Dialog
        ref={dialog}
        role="alertdialog"
        aria-labelledby="session-end"
        closedby="closerequest"
        closeButton={false}
        onCancel={dismiss}
      >
        <div className="flex flex-col items-start gap-4">
          <Heading level={2} data-size="xs" id="session-end">
            {texts.soonTitle}
          </Heading>
          <p>{isFinal ? texts.soonFinal : texts.soonIdle}</p>
          <Button ref={button} type="button" onClick={goOn}>
            {isFinal ? texts.close : texts.stay}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function useSessionEnd({
  idleSeconds,
  totalSeconds,
  renewedSeconds,
  stay,
  note,
  keep,
}: Omit<Props, 'texts' | 'formsKey'> & Omit<ReturnType<typeof useKeptForms>, 'filled'>) {
  const path = usePathname();
  const idleEnd = useRef(Number.POSITIVE_INFINITY);
  const finalEnd = useRef(Number.POSITIVE_INFINITY);
  const answered = useRef(0);
  const [state, setState] = useState({ asks: false, isFinal: false });

  const used = useCallback((seconds: number) => {
    idleEnd.current = Date.now() + seconds * 1000;
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(idleEnd.current);
    channel.close();
    setState({ asks: false, isFinal: false });
  }, []);

  useEffect(() => {
    finalEnd.current = Date.now() + totalSeconds * 1000;
    used(idleSeconds);
  }, [idleSeconds, totalSeconds, used]);

  // A page shown without loading the frame anew has been a call to the server all the same.
  const firstPath = useRef(path);
  useEffect(() => {
    if (path === firstPath.current) return;
    firstPath.current = path;
    used(renewedSeconds - TOUCH_MS / 1000);
  }, [path, renewedSeconds, used]);

  useEffect(() => {
    let isLeaving = false;
    const look = () => {
      // Another departure would break off the one under way, and so on for as long as the log-in takes longer to come.
      if (isLeaving) return;
      const end = Math.min(idleEnd.current, finalEnd.current);
      const left = end - Date.now();
      // Not before the server's own end: the log-in would be a call that prolongs the session.
      if (left <= -TOUCH_MS) {
        isLeaving = true;
        keep().finally(leave);
        return;
      }
      const asks = left <= WARNING_MS && answered.current !== end;
      setState((was) => (was.asks === asks ? was : { asks, isFinal: finalEnd.current <= idleEnd.current }));
    };
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      if (typeof data === 'number' && data > idleEnd.current) idleEnd.current = data;
      look();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, [keep]);

  const dismiss = () => {
    answered.current = Math.min(idleEnd.current, finalEnd.current);
    setState((was) => ({ ...was, asks: false }));
  };
  const goOn = async () => {
    dismiss();
    if (state.isFinal) return;
    note();
    await stay();
    used(renewedSeconds - TOUCH_MS / 1000);
  };
  return { ...state, goOn, dismiss };
}

function leave(): void {
  const { pathname, search } = window.location;
  if (pathname === '/login') return;
  window.location.assign(`/login?error=ended&returnTo=${encodeURIComponent(`${pathname}${search}`)}`);
}
