import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { translator } from '#lib/session/translator.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('errors'))('notFound.title') };
}

/** Addresses that lead nowhere are the portal's to explain. */
export default function Page(): never {
  notFound();
}
