/** The portal's own mark, a line of fjord and mountain, beside its name. */
export function Wordmark({ name }: { readonly name: string }) {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 shrink-0">
        <rect width="32" height="32" rx="7" fill="#14506B" />
        <path
          d="M6 21c3.6 0 3.9-9 7.2-9s3.3 8 6.6 8S23 10.5 26 10.5"
          fill="none"
          stroke="#fff"
          strokeWidth="2.8"
          strokeLinecap="round"
        />
      </svg>
      {name}
    </span>
  );
}
