/** A path or a name that breaks after its slashes and dots, and only then anywhere. */
export function Breakable({ text }: { readonly text: string }) {
  return (
    <span className="break-words">
      {text.split(/(?<=[/.])/).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
        <span key={index}>
          {part}
          <wbr />
        </span>
      ))}
    </span>
  );
}
