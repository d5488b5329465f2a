'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const PAUSE_MS = 1000;

/** Reads the page anew every second while it is shown: put it there as long as something goes on. */
export function RefreshWhile() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
